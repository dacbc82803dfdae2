"""Languages of texts and lines."""

from __future__ import annotations

import pytest

from demandgraph.language.tongue import detect_language, is_foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The union asks the minister to open the port.", "en"),
        ("MEDIA RELEASE", "en"),
        ("Ana Bel\nJon Arvid\nTomas Reke", "en"),
        ("Le syndicat demande au ministre d'ouvrir le port et de libérer les ouvriers.", "fr"),
        ("El sindicato pide al ministro que abra el puerto y libere a los trabajadores.", "es"),
        ("Die Gewerkschaft fordert den Minister auf, den Hafen zu öffnen.", "de"),
        ("Związek wzywa ministra do otwarcia portu i uwolnienia robotników.", "pl"),
        ("Профсоюз требует от министра открыть порт.", "ru"),
        ("工会要求部长开放港口。", "zh"),
        ("組合は大臣に港を開くことを求めている。", "ja"),
        ("노동조합은 장관에게 항구 개방을 요구한다.", "ko"),
        ("تطالب النقابة الوزير بفتح الميناء", "ar"),
        ("123 456", "und"),
    ],
)
def test_detect_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_text_that_is_half_english_is_english() -> None:
    english = "The union asks the minister to open the port and to release all the workers.\n"
    assert detect_language(english + "工会要求部长开放港口并释放所有工人。\n" + english) == "en"
    assert detect_language(english + "Профсоюз требует от министра открыть порт и освободить рабочих.\n" * 2) == "en"


def test_foreign_lines() -> None:
    assert is_foreign("Профсоюз требует открыть порт.", "en")
    assert is_foreign("Le syndicat demande au ministre d'ouvrir le port et de libérer tous les ouvriers.", "en")
    assert is_foreign("The union asks the minister.", "ru")
    assert not is_foreign("The union asks the minister to open the port.", "en")
    assert not is_foreign("Solidarność and Médecins Sans Frontières", "en")
    assert not is_foreign("Réseau des Femmes, Burkina; Amis de la Terre, France; Comité de Paix, Belgique", "en")
    assert not is_foreign("1234", "en")
