"""Who is who across documents: merged where that is certain, apart where it is not."""

from __future__ import annotations

from itertools import permutations

import pytest

from demandgraph.across import Identity
from demandgraph.authority import Authority, Entry
from demandgraph.model import Actor, Document, Findings, Phrase
from demandgraph.resolve import resolve

AUTHORITY = Authority.of(
    [
        Entry("https://a.example/varania", "Varania", "Country", ("Varania", "Republic of Varania")),
        Entry("https://a.example/lake", "Lake Organisation", "Institution", ("Lake Organisation", "LO")),
    ]
)


def document(name: str, text: str, *actors: tuple[str, ...], title: str | None = None) -> Findings:
    """A document with actors, each given as ``(name, type, alias…)`` and mentioned wherever its name stands."""
    found = []
    for number, (label, kind, *aliases) in enumerate(actors):
        begins = [i for i in range(len(text)) if text.startswith(label, i)]
        mentions = tuple(Phrase(i, i + len(label), label) for i in begins)
        found.append(Actor(f"{kind}{number}", label, kind, tuple(aliases), mentions))
    return Findings(Document(f"{name}.txt", name, text, f"{name}-sha", title=title), tuple(found))


def who(*documents: Findings, authority: Authority | None = None) -> list[Identity]:
    """The identities of all actors, in the order of the documents; the same in every order of them."""
    results = [resolve(order, authority=authority).names.actors for order in permutations(documents)]
    assert all(result == results[0] for result in results)
    return [results[0][f.document.sha256, a.id] for f in documents for a in f.actors]


def test_same_full_name_and_class() -> None:
    one, other = who(
        document("a", "Ilse Maron", ("Ilse Maron", "Person")),
        document("b", "Ms Ilse Maron", ("Ms Ilse Maron", "Person")),
    )
    assert one == other
    assert one.iri.endswith("/actor/person/ilse-maron") or one.iri.endswith("/actor/person/ms-ilse-maron")


def test_same_name_of_another_class_is_another_actor() -> None:
    one, other = who(document("a", "Orlen", ("Orlen", "Organization")), document("b", "Orlen", ("Orlen", "Country")))
    assert one.iri.endswith("/organization/orlen")
    assert other.iri.endswith("/country/orlen")


def test_names_of_offices_need_a_country() -> None:
    court = ("Supreme Court", "Institution")
    about = ("Varania", "Country"), ("Torland", "Country")
    one, _, two, _, three, _, four = who(
        document("a", "", court, about[0], title="Courts in Varania"),
        document("b", "", court, about[0], title="More on Varania"),
        document("c", "", court, about[1], title="Torland"),
        document("d", "", court, title="Courts"),
    )
    assert one == two
    assert len({one.iri, three.iri, four.iri}) == 3
    assert one.iri.endswith("/supreme-court-varania")
    assert four.iri.endswith("/supreme-court-d")


def test_country_of_a_document_is_the_one_clearly_mentioned_most() -> None:
    text = "Varania, Varania and Varania and Torland"
    group = ("protesters", "Group")
    *_, one = who(document("a", text, ("Varania", "Country"), ("Torland", "Country"), group))
    assert one.iri.endswith("/protesters-varania")
    *_, other = who(document("a", "Varania and Torland", ("Varania", "Country"), ("Torland", "Country"), group))
    assert other.iri.endswith("/protesters-a")


def test_family_name_alone_does_not_merge_with_the_full_name() -> None:
    one, other = who(document("a", "Maron", ("Maron", "Person")), document("b", "Ilse Maron", ("Ilse Maron", "Person")))
    assert one.iri != other.iri


@pytest.mark.parametrize("introduced", [True, False])
def test_abbreviation_merges_only_if_a_document_introduces_it(introduced: bool) -> None:
    text = "Varanian Helsinki Circle (VHC)" if introduced else "Varanian Helsinki Circle. VHC."
    one, other = who(
        document("a", text, ("Varanian Helsinki Circle", "Organization", "VHC")),
        document("b", "VHC", ("VHC", "Institution")),
    )
    assert (one == other) is introduced
    if introduced:
        assert one.label == "Varanian Helsinki Circle"


def test_abbreviation_that_two_bodies_have_merges_with_none() -> None:
    *_, third = who(
        document("a", "Lake Press Guild (LPG)", ("Lake Press Guild", "Organization", "LPG")),
        document("b", "Liberal Party of Gorm (LPG)", ("Liberal Party of Gorm", "Organization", "LPG")),
        document("c", "LPG", ("LPG", "Organization")),
    )
    assert third.label == "LPG"


def test_authority_merges_names_that_share_nothing() -> None:
    one, other = who(
        document("a", "LO", ("LO", "Institution")),
        document("b", "Lake Organisation", ("Lake Organisation", "Organization")),
        authority=AUTHORITY,
    )
    assert one == other == Identity(one.iri, "Lake Organisation", one.type)


def test_authority_does_not_merge_a_people_with_its_state() -> None:
    varanians = Actor("g", "Varanians", "Group", matches=("https://a.example/varania",))
    state = Actor("c", "Varania", "Country", matches=("https://a.example/varania",))
    findings = Findings(Document("a.txt", "a", "", "a-sha"), (varanians, state))
    assert len({identity.iri for identity in who(findings, authority=AUTHORITY)}) == 2


def test_label_is_the_name_of_most_documents() -> None:
    identities = who(
        document("a", "", ("the Lake Guild", "Organization")),
        document("b", "", ("Lake Guild", "Organization")),
        document("c", "", ("Lake Guild", "Organization")),
    )
    assert {i.label for i in identities} == {"Lake Guild"}


def test_two_actors_whose_names_give_the_same_iri_are_kept_apart() -> None:
    findings = document("a", "", ("Lake+Guild Watch", "Organization"), ("Lake Guild Watch Orlen", "Organization"))
    one, other = who(findings)
    assert one.iri != other.iri
    long = "Association of the Friends of the Free and Independent Press of the Northern Shore"
    one, other = who(document("b", "", (f"{long} One", "Organization"), (f"{long} Two", "Organization")))
    assert one.iri != other.iri


def unsure(*documents: Findings) -> list[tuple[str, str]]:
    found = resolve(documents).unsure
    assert found == resolve(documents[::-1]).unsure
    return [d.labels for d in found]


VARANIA = ("Varania", "Country")


def test_spellings_of_one_person_are_one() -> None:
    one, other = who(
        document("a", "", ("Aliaksandr Marenka", "Person")), document("b", "", ("Oleksandr Marenko", "Person"))
    )
    assert one == other


def test_family_name_is_the_only_one_who_bears_it_in_documents_about_the_country() -> None:
    one, _, other, _ = who(
        document("a", "", ("Maron", "Person"), VARANIA, title="Varania"),
        document("b", "", ("Ilse Maron", "Person"), VARANIA, title="On Varania"),
    )
    assert one == other == Identity(one.iri, "Ilse Maron", "Person")


def test_family_name_of_two_is_nobody_certain() -> None:
    documents = (
        document("a", "", ("Maron", "Person"), VARANIA, title="Varania"),
        document("b", "", ("Ilse Maron", "Person"), VARANIA, title="On Varania"),
        document("c", "", ("Otto Maron", "Person"), VARANIA, title="Of Varania"),
    )
    assert len({i.iri for i in who(*documents) if i.type == "Person"}) == 3
    assert sorted(unsure(*documents)) == [("Ilse Maron", "Maron"), ("Maron", "Otto Maron")]


def test_family_name_in_another_country_is_reported() -> None:
    documents = (
        document("a", "", ("Maron", "Person"), VARANIA, title="Varania"),
        document("b", "", ("Ilse Maron", "Person"), ("Torland", "Country"), title="On Torland"),
    )
    assert len({i.iri for i in who(*documents) if i.type == "Person"}) == 2
    assert unsure(*documents) == [("Ilse Maron", "Maron")]


def test_organs_that_share_words_stay_two() -> None:
    one, other = who(
        document("a", "", ("Working Group on Rivers", "Institution")),
        document("b", "", ("Working Group on Forests", "Institution")),
    )
    assert one.iri != other.iri


def test_office_with_and_without_its_country() -> None:
    one, _, other, _, third, _ = who(
        document("a", "", ("Ministry of Justice", "Institution"), VARANIA, title="Varania"),
        document("b", "", ("Varania's Ministry of Justice", "Institution"), VARANIA, title="On Varania"),
        document("c", "", ("Ministry of Justice", "Institution"), ("Torland", "Country"), title="Torland"),
    )
    assert one == other
    assert third.iri != one.iri


def test_government_of_the_document_is_its_country() -> None:
    one, other = who(document("a", "", ("Government", "Country"), VARANIA, title="On Varania"))
    assert one == other


def test_one_name_under_two_classes_is_a_doubt() -> None:
    told = [
        document("a", "Orlen", ("Orlen", "Organization")),
        document("b", "Orlen", ("Orlen", "Country")),
        document("c", "Sarn", ("Sarn", "Country")),
    ]
    results = [resolve(order).unsure for order in permutations(told)]
    assert all(result == results[0] for result in results)
    ((doubt,),) = {tuple(results[0])}
    assert doubt.labels == ("Orlen", "Orlen")
    assert doubt.why == "the same name, once read as country, once as organization"
