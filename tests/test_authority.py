"""States and bodies: what is known of them, how they are looked up, and how users extend them."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from demandgraph.authority import Authority, Entry, key, load
from demandgraph.errors import AuthorityError

STATE = "https://w3id.org/demandgraph/authority/state/"
BODY = "https://w3id.org/demandgraph/authority/body/"
SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
PREFIXES = """\
@prefix dg: <https://w3id.org/demandgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix state: <https://w3id.org/demandgraph/authority/state/> .
@prefix my: <https://example.org/authority/> .
"""


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load()


def write(path: Path, text: str) -> Path:
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


# ---------------------------------------------------------------- what is known


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Belarus", "BLR"),
        ("Islamic Republic of Iran", "IRN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Russia", "RUS"),
        ("the Russian Federation", "RUS"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("U.S.", "USA"),
        ("the US", "USA"),
        ("USA", "USA"),
        ("Czechia", "CZE"),
        ("Czech Republic", "CZE"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("State of Palestine", "PSE"),
        ("Holy See", "VAT"),
        ("Soviet Union", "SUN"),
        ("USSR", "SUN"),
        ("Burma", "MMR"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo", "COG"),
        ("St. Vincent & the Grenadines", "VCT"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Viet Nam", "VNM"),
    ],
)
def test_states_are_found_under_all_their_names(authority: Authority, name: str, code: str) -> None:
    found = authority.find(name)
    assert found is not None
    assert found.iri == STATE + code
    assert found.type == "Country"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("UN", "un"),
        ("United Nations", "un"),
        ("UN Human Rights Council", "hrc"),
        ("OHCHR", "ohchr"),
        ("UN High Commissioner for Human Rights", "un-high-commissioner-human-rights"),
        ("UNHCR", "unhcr"),
        ("Committee against Torture", "cat"),
        ("WHO", "who"),
        ("International Labor Organization", "ilo"),
        ("European Parliament", "ep"),
        ("MEPs", "ep"),
        ("EU High Representative", "hrvp"),
        ("PACE", "pace"),
        ("European Court of Human Rights", "ecthr"),
        ("OSCE/ODIHR", "odihr"),
        ("African Union", "au"),
        ("IACHR", "iachr"),
        ("NATO", "nato"),
        ("Office of the Prosecutor of the ICC", "icc-otp"),
        ("ICJ", "icj"),
        ("Interpol", "interpol"),
        ("Group of Seven", "g7"),
        ("G77 and China", "g77"),
        ("BRICS", "brics"),
        ("WTO Ministerial Conference", "wto-ministerial-conference"),
        ("Arab League", "arab-league"),
        ("Organization of Islamic Cooperation", "oic"),
        ("Shanghai Cooperation Organization", "sco"),
        ("Mercosur", "mercosur"),
        ("IGAD", "igad"),
    ],
)
def test_bodies_are_found_under_all_their_names(authority: Authority, name: str, body: str) -> None:
    found = authority.find(name)
    assert found is not None
    assert found.iri == BODY + body


def test_there_are_enough_of_them(authority: Authority) -> None:
    kinds = defaultdict(int)
    for entry in authority.entries:
        kinds[entry.type] += 1
    assert kinds["Country"] >= 205
    assert kinds["Institution"] >= 400
    un_members = [e for e in authority.entries if e.type == "Country" and not e.former]
    assert len(un_members) >= 193
    assert sum(bool(e.adjectives and e.inhabitants) for e in un_members) >= 190
    assert sum(bool(e.metonyms) for e in un_members) >= 180


def test_adjectives_inhabitants_and_metonyms_are_no_names(authority: Authority) -> None:
    belarus = authority.by_iri[STATE + "BLR"]
    assert authority.by_adjective[key("Belarusian")] is belarus
    assert authority.by_inhabitant[key("Belarusians")] is belarus
    assert authority.by_metonym[key("Minsk")] is belarus
    assert authority.by_metonym[key("the Kremlin")].name == "Russia"
    assert authority.by_metonym[key("Brussels")].name == "European Union"
    for form in ("Belarusian", "Belarusians", "Minsk", "Kremlin"):
        assert authority.find(form) is None


def test_parents_lead_up_to_the_organisation(authority: Authority) -> None:
    spt = authority.find("Subcommittee on Prevention of Torture")
    assert spt is not None
    assert [e.iri.removeprefix(BODY) for e in authority.parents(spt)] == ["cat", "un"]
    assert all(e.part_of is None or e.part_of in authority.by_iri for e in authority.entries)


def test_local_names_lead_to_all_that_they_may_mean(authority: Authority) -> None:
    found = {e.iri.removeprefix(BODY) for e in authority.by_local[key("Secretary-General")]}
    assert {"un-secretary-general", "coe-sg"} <= found
    assert authority.find("Secretary-General") is None


def test_patterns_take_in_offices_that_are_not_listed(authority: Authority) -> None:
    name = "Special Rapporteur on the right to a quiet life"
    assert [e.iri.removeprefix(BODY) for p, e in authority.patterns if p.match(name)] == ["hrc-special-procedures"]
    assert not [e for p, e in authority.patterns if p.match("Rapporteur of the day")]


def test_no_name_means_two_things(authority: Authority) -> None:
    owners = defaultdict(set)
    for entry in authority.entries:
        for name in entry.names:
            owners[key(name)].add(entry.iri)
    assert {name: iris for name, iris in owners.items() if len(iris) > 1} == {}


@pytest.mark.parametrize(
    "word", ["us", "who", "it", "can", "pace", "car", "cat", "states", "union", "council", "male", "man"]
)
def test_common_words_are_no_names(authority: Authority, word: str) -> None:
    assert authority.find(word) is None
    assert authority.by_name.get(key(word)) is None


def test_loading_is_fast() -> None:
    load()
    begin = time.process_time()
    load()
    assert time.process_time() - begin < 0.15


# ---------------------------------------------------------------- looking up


def test_keys() -> None:
    assert key("The  Hague") == "hague"
    assert key("The") == "the"
    assert key("Côte d’Ivoire") == "côte d'ivoire"
    assert (key("US"), key("us"), key("the US")) == ("US", "us", "US")


def test_the_first_entry_keeps_a_shared_name() -> None:
    one, two = Entry("x:1", "One", "Country", ("One", "Land")), Entry("x:2", "Two", "Country", ("Two", "Land"))
    authority = Authority.of([one, two])
    assert authority.find("Land") is one
    assert authority.find("land") is None


def test_parents_end_even_in_a_circle() -> None:
    one, two = Entry("x:1", "One", "Institution", part_of="x:2"), Entry("x:2", "Two", "Institution", part_of="x:1")
    assert list(Authority.of([one, two]).parents(one)) == [two]


# ---------------------------------------------------------------- a user's own file


def test_a_file_adds_entries_and_names(tmp_path: Path) -> None:
    path = write(
        tmp_path / "mine.ttl",
        'my:RUR a skos:Concept ; dg:actorClass dg:Country ; skos:prefLabel "Ruritania"@en ; skos:altLabel "Congo"@en ;\n'
        '    dg:adjective "Ruritanian"@en ; dg:metonym "Strelsau"@en .\n'
        'state:BLR skos:altLabel "Weissrussland"@de .\n',
    )
    authority = load([path])
    assert authority.by_adjective[key("Ruritanian")].name == "Ruritania"
    assert authority.find("Congo") is authority.find("Ruritania")  # the user's entry has a shared name
    assert authority.find("Weissrussland") is authority.find("Belarus")
    assert authority.by_adjective[key("Belarusian")].name == "Belarus"


def test_the_example_of_the_readme_works(tmp_path: Path) -> None:
    readme = (SCRIPTS.parent / "ontology" / "README.md").read_text(encoding="utf-8")
    (tmp_path / "mine.ttl").write_text(readme.partition("```turtle\n")[2].partition("```")[0], encoding="utf-8")
    authority = load([tmp_path / "mine.ttl"])
    assert authority.find("GoP") is authority.find("Guild of Printers")
    assert authority.find("Weissrussland") is authority.find("Belarus")


def test_two_files_may_speak_of_one_entry(tmp_path: Path) -> None:
    one = write(tmp_path / "one.ttl", 'my:G dg:actorClass dg:Organization ; skos:prefLabel "Guild" .\n')
    two = write(
        tmp_path / "two.ttl", 'my:G dg:actorClass dg:Organization ; skos:prefLabel "Guild" ; skos:altLabel "GLD" .\n'
    )
    found = load([one, two]).find("GLD")
    assert found is not None
    assert found.names == ("Guild", "GLD")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('my:G skos:prefLabel "Guild .\n', 5, ""),
        ("my:G skos:prefLabel @ .\n", 5, ""),
        ('\ndg:issuer skos:prefLabel "asker" .\n', 6, "is a core term and must not be redefined"),
        ('skos:Concept skos:prefLabel "thing" .\n', 5, "is a core term and must not be redefined"),
        (
            '<https://w3id.org/demandgraph/topic/release> skos:prefLabel "freedom" .\n',
            5,
            "is a core term and must not be redefined",
        ),
        ('\n\nstate:BLR skos:prefLabel "Ruritania" .\n', 7, "redefines the shipped entry Belarus (Country)"),
        ("state:BLR dg:actorClass dg:Group .\n", 5, "redefines the shipped entry Belarus (Country)"),
        ('my:G skos:prefLabel "Guild" .\n', 5, "has no dg:actorClass"),
        ("my:G dg:actorClass dg:Organization .\n", 5, "has no skos:prefLabel"),
        ('my:G dg:actorClass dg:Event ; skos:prefLabel "Guild" .\n', 5, "must be one of dg:Person"),
        (
            'my:G dg:actorClass dg:Group ; skos:prefLabel "G" ; dg:namePattern "(" .\n',
            5,
            "is no regular expression",
        ),
    ],
)
def test_a_broken_file_is_named_with_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = write(tmp_path / "mine.ttl", text)
    with pytest.raises(AuthorityError) as error:
        load([path])
    message = str(error.value)
    assert message.startswith(f"{path}: line {line}: ")
    assert reason in message
    assert "\n" not in message


def test_a_missing_or_strange_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"nowhere.ttl: cannot be read"):
        load([tmp_path / "nowhere.ttl"])
    (tmp_path / "names.xlsx").write_bytes(b"PK")
    with pytest.raises(AuthorityError, match=r"names.xlsx: not an RDF file by its suffix"):
        load([tmp_path / "names.xlsx"])
    (tmp_path / "latin.ttl").write_bytes(b'<x:y> <x:z> "caf\xe9" .')
    with pytest.raises(AuthorityError, match=r"latin.ttl"):
        load([tmp_path / "latin.ttl"])


# ---------------------------------------------------------------- the generators


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pycountry")
    pytest.importorskip("babel")
    monkeypatch.syspath_prepend(str(SCRIPTS))


@pytest.mark.parametrize("name", ["make_states", "make_bodies"])
def test_the_files_are_what_the_scripts_write(scripts, name: str, tmp_path: Path, monkeypatch) -> None:
    module = __import__(name)
    shipped = module.TARGET.read_text(encoding="utf-8")
    monkeypatch.setattr(module, "TARGET", tmp_path / "out.ttl")
    module.main()
    assert (tmp_path / "out.ttl").read_text(encoding="utf-8") == shipped
    sys.modules.pop(name)


def test_a_broken_table_is_named_with_its_line(scripts) -> None:
    import make_bodies
    import make_states

    with pytest.raises(SystemExit, match=r"state_names.txt:2: 3 columns, expected 5"):
        list(make_states.rows("# head\nRUR | Ruritanian | Ruritanians\n"))
    with pytest.raises(SystemExit, match="guild belongs to league, which is not listed"):
        list(make_bodies.rows("guild | Guild | | league | |\n"))
    with pytest.raises(SystemExit, match=r"body_names.txt:2: unknown body, or the example does not match"):
        list(make_bodies.rows("guild | Guild | | | |\n~ guild | Guild of | Union of printers\n"))
