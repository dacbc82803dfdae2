"""The step of an action on the scale of the Universal Periodic Review."""

import pytest

from demandgraph.extract.action_strength import STEPS, strength_of


@pytest.mark.parametrize(("step", "example"), [(step, example) for step, _, example in STEPS])
def test_example_of_each_step(step: int, example: str) -> None:
    assert strength_of(example) == step


@pytest.mark.parametrize(
    ("action", "step"),
    [
        ("continuing its reforms of the courts", 2),
        ("Immediately and unconditionally release the two printers", 5),
        ("the immediate release of all detained ferrymen", 5),
        ("banning the use of rubber bullets", 5),
        ("take into account the views of the islanders", 3),
        ("to further strengthen the office of the ombudsman", 4),
        ("better roads for the valley", None),
        ("", None),
    ],
)
def test_steps(action: str, step: int | None) -> None:
    assert strength_of(action) == step


def test_no_word_stands_on_two_steps() -> None:
    words = [word for _, words, _ in STEPS for word in words.split()]
    assert len(words) == len(set(words))
