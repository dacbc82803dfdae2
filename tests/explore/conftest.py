"""An invented graph that holds every class and role, the same made hostile, and a browser to look at pages of them."""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from demandgraph.explore import View, view_of, write

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

BASE = "https://w3id.org/demandgraph/id/"
DG = "https://w3id.org/demandgraph/ontology#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TERMS = {
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "prefLabel": "http://www.w3.org/2004/02/skos/core#prefLabel",
    "altLabel": "http://www.w3.org/2004/02/skos/core#altLabel",
    "title": "http://purl.org/dc/terms/title",
    "publisher": "http://purl.org/dc/terms/publisher",
    "docDate": "http://purl.org/dc/terms/date",
    "fileName": "http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#fileName",
    "isString": NIF + "isString",
    "taIdentRef": "http://www.w3.org/2005/11/its/rdf#taIdentRef",
    "member": "http://www.w3.org/ns/org#member",
    "organization": "http://www.w3.org/ns/org#organization",
}


class Graph:
    """Writes an invented graph: ``say`` states one thing, ``quote`` finds words in a document's text."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.quads: list[Quad] = []
        self.graph = "g"

    def iri(self, name: str) -> NamedNode:
        return NamedNode(name if "://" in name else BASE + name)

    def say(self, subject: str, term: str, *values: str, literal: bool = False, datatype: str = "") -> None:
        predicate = NamedNode(TERMS.get(term, RDF_TYPE if term == "a" else DG + term))
        for value in values:
            node: NamedNode | Literal
            if datatype:
                node = Literal(value, datatype=NamedNode(XSD + datatype))
            else:
                node = Literal(value) if literal else self.iri(value)
            self.quads.append(Quad(self.iri(subject), predicate, node, NamedNode(BASE + self.graph)))

    def kind(self, subject: str, *kinds: str) -> None:
        self.say(subject, "a", *(DG + k for k in kinds))

    def quote(self, subject: str, document: str, words: str, *, names: bool = False) -> None:
        begin = self.texts[document].index(words)
        phrase = f"{BASE}{document}#char={begin},{begin + len(words)}"
        self.say(phrase, "a", NIF + "Phrase")
        for name, value in (("beginIndex", begin), ("endIndex", begin + len(words))):
            predicate, number = (
                NamedNode(NIF + name),
                Literal(str(value), datatype=NamedNode(XSD + "nonNegativeInteger")),
            )
            self.quads.append(Quad(NamedNode(phrase), predicate, number, NamedNode(BASE + self.graph)))
        for name, node in (("referenceContext", self.iri(document)), ("anchorOf", Literal(words))):
            self.quads.append(Quad(NamedNode(phrase), NamedNode(NIF + name), node, NamedNode(BASE + self.graph)))
        self.say(*((phrase, "taIdentRef", subject) if names else (subject, "evidence", phrase)))

    def actor(self, name: str, label: str, kind: str, *also: str) -> None:
        self.kind(name, "Actor", kind)
        self.say(name, "prefLabel", label, literal=True)
        self.say(name, "altLabel", *also, literal=True)
        for document, text in self.texts.items():
            for form in (label, *also):
                if form in text:
                    self.quote(name, document, form, names=True)

    def finding(self, name: str, document: str, words: str, rule: str, confidence: str = "0.90") -> None:
        self.quote(name, document, words)
        self.say(name, "foundBy", rule, literal=True)
        self.say(name, "confidence", confidence, datatype="decimal")

    def demand(self, name: str, document: str, words: str, action: str, topic: str, force: str, **roles: str) -> None:
        self.kind(name, "Demand")
        self.finding(name, document, words, "rules/demand/urge-to-infinitive")
        self.say(name, "statedIn", document)
        self.say(name, "action", action, literal=True)
        self.say(name, "topic", f"https://w3id.org/demandgraph/topic/{topic}")
        self.say(name, "force", f"https://w3id.org/demandgraph/force/{force}")
        for role, who in roles.items():
            self.say(name, role, *who.split())

    def event(self, name: str, document: str, words: str, kind: str, date: str = "", **roles: str) -> None:
        self.kind(name, "Event", kind)
        self.finding(name, document, words, "rules/event/verb")
        self.say(name, "describedIn", document)
        if date:
            self.say(name, "date", date, datatype={10: "date", 7: "gYearMonth", 4: "gYear"}[len(date)])
        for role, who in roles.items():
            self.say(name, role, *who.split())

    def document(self, name: str, title: str, date: str, kind: str, publisher: str = "") -> None:
        self.graph = "graph/" + name
        self.kind(name, "Document")
        self.say(name, "isString", self.texts[name], literal=True)
        self.say(name, "title", title, literal=True)
        self.say(name, "fileName", name.split("/")[-1] + ".txt", literal=True)
        self.say(name, "documentKind", f"https://w3id.org/demandgraph/kind/{kind}")
        self.say(name, "docDate", date, datatype="date")
        if publisher:
            self.say(name, "publisher", publisher, literal=True)

    def store(self) -> Store:
        store = Store()
        store.extend(self.quads)
        return store


RESOLUTION, APPEAL, REPLY = "document/resolution", "document/appeal", "document/reply"
TEXTS = {
    RESOLUTION: (
        "\U0001f54a The Assembly of Lakeland,\n\nmeeting in Port Alma on 3 May 2021,\n\n"
        "1. Urges the Government of Marrow to release all imprisoned teachers without delay;\n"
        "2. Calls upon the Government of Marrow to end the ban on evening schools;\n"
        "3. Requests the Council of Elders to report by autumn.\n\n"
        "At least 40 teachers were arrested in March 2021. Ida Fenn, spokeswoman of the Lakeland Teachers' League, thanked the members."
    ),
    APPEAL: (
        "We, the Lakeland Teachers' League (LTL), call on the Government of Marrow to free the imprisoned teachers.\n"
        "The teachers of Marrow must be heard. Two thousand people marched in Port Alma on 12 April 2021."
    ),
    REPLY: (
        "Marrow has not moved. Ida Fenn demands that the Government of Marrow set the imprisoned teachers free, "
        "as the League asked it to two years ago."
    ),
}  # fmt: skip


def invented() -> Graph:
    """Three documents of an invented country that hold every class and every role, and state one demand in turn."""
    g = Graph(TEXTS)
    g.document(RESOLUTION, "Resolution 7 on the teachers of Marrow", "2021-05-03", "Resolution", "Assembly of Lakeland")
    g.actor("actor/assembly", "Assembly of Lakeland", "Institution", "the members")
    g.actor("actor/government", "Government of Marrow", "Institution")
    g.actor("actor/marrow", "Marrow", "Country")
    g.actor("actor/elders", "Council of Elders", "Institution")
    g.actor("actor/league", "Lakeland Teachers' League", "Organization", "LTL")
    g.actor("actor/fenn", "Ida Fenn", "Person")
    g.actor("actor/teachers", "imprisoned teachers", "Group")
    g.say("actor/government", "partOf", "actor/marrow")
    made = {"issuer": "actor/assembly", "madeAt": "event/adoption"}
    g.event(
        "event/adoption",
        RESOLUTION,
        "meeting in Port Alma on 3 May 2021",
        "Adoption",
        "2021-05-03",
        agent="actor/assembly",
        place="place/alma",
    )
    g.say("place/alma", "label", "Port Alma", literal=True)
    whom = {"addressee": "actor/government"}
    g.demand("demand/r1", RESOLUTION, "Urges the Government of Marrow to release all imprisoned teachers without delay",
             "release all imprisoned teachers without delay", "release", "urge", **made, **whom, beneficiary="actor/teachers", initiator="actor/league")  # fmt: skip
    g.demand("demand/r2", RESOLUTION, "Calls upon the Government of Marrow to end the ban on evening schools",
             "end the ban on evening schools", "civil-society", "call", **made, **whom)  # fmt: skip
    g.demand("demand/r3", RESOLUTION, "Requests the Council of Elders to report by autumn",
             "report by autumn", "procedure", "request", **made, addressee="actor/elders")  # fmt: skip
    g.event(
        "event/arrests",
        RESOLUTION,
        "At least 40 teachers were arrested in March 2021",
        "Repression",
        "2021-03",
        recipient="actor/teachers",
    )
    g.kind("figure/forty", "Figure")
    g.finding("figure/forty", RESOLUTION, "At least 40 teachers", "rules/figure/count", "0.70")
    g.say("figure/forty", "value", "40", datatype="integer")
    g.say("figure/forty", "unit", "teachers", literal=True)
    g.say("figure/forty", "qualifier", "at least", literal=True)
    g.say("event/arrests", "figure", "figure/forty")
    g.kind("affiliation/fenn", "Affiliation")
    g.finding(
        "affiliation/fenn",
        RESOLUTION,
        "Ida Fenn, spokeswoman of the Lakeland Teachers' League",
        "rules/affiliation/apposition",
    )
    g.say("affiliation/fenn", "member", "actor/fenn")
    g.say("affiliation/fenn", "organization", "actor/league")
    g.say("affiliation/fenn", "roleTitle", "spokeswoman", literal=True)

    g.document(APPEAL, "Free our colleagues", "2021-04-20", "Appeal")
    g.demand("demand/a1", APPEAL, "call on the Government of Marrow to free the imprisoned teachers",
             "free the imprisoned teachers", "release", "call", issuer="actor/league", **whom)  # fmt: skip
    g.demand("demand/a2", APPEAL, "The teachers of Marrow must be heard", "The teachers of Marrow must be heard", "release", "demand",
             issuer="actor/league", addressee="actor/government")  # fmt: skip
    g.event(
        "event/march",
        APPEAL,
        "Two thousand people marched in Port Alma on 12 April 2021",
        "Demonstration",
        "2021-04-12",
        place="place/alma",
    )

    g.document(REPLY, "Two years on", "2023-02-10", "NewsReport")
    g.demand("demand/n1", REPLY, "demands that the Government of Marrow set the imprisoned teachers free",
             "set the imprisoned teachers free", "release", "demand", issuer="actor/fenn", **whom)  # fmt: skip
    g.say("demand/n1", "status", "https://w3id.org/demandgraph/status/unfulfilled")
    g.graph = "graph/across"
    g.kind("shared/release", "SharedDemand")
    g.say("shared/release", "label", "release the imprisoned teachers", literal=True)
    g.say("shared/release", "topic", "https://w3id.org/demandgraph/topic/release")
    g.kind("shared/prisoners", "SharedDemand")
    g.say("shared/prisoners", "label", "release the imprisoned", literal=True)
    g.say("shared/release", "narrows", "shared/prisoners")
    g.say("demand/r1", "expresses", "shared/release")
    g.say("demand/a1", "expresses", "shared/release")
    g.say("demand/n1", "expresses", "shared/release")
    g.say("demand/r1", "restates", "demand/a1")
    g.say("demand/n1", "restates", "demand/a1")
    return g


ATTACKS = (
    "<script>window.ran='script'</script>",
    "<img src=x onerror=\"window.ran='img'\">",
    "</script><script>window.ran='break'</script><!--<script>",
    "<svg/onload=\"window.ran='svg'\">",
    "{{title}} {{program}} ${window.ran='template'} {% raw %}",
    "<a href=\"javascript:window.ran='href'\">href</a>",
    "=HYPERLINK(\"http://example.invalid\")",
    "line\u2028separator\u2029paragraph\x00nul",
    "\u202eright to left\u202c \u05d0\u05d1\u05d2",
    "W" * 10_000,
)  # fmt: skip


def hostile() -> Graph:
    """The invented graph's shape, with text in every place that tries to become something else."""
    text = "\n".join(ATTACKS)
    g = Graph({"document/evil": text})
    g.document("document/evil", ATTACKS[2], "2021-05-03", "Resolution", ATTACKS[0])
    for i, kind in enumerate(("Person", "Country", "Institution", "Organization", "Group") * 2):
        g.actor(f"actor/evil-{i}", ATTACKS[i], kind, ATTACKS[(i + 1) % 10], ATTACKS[(i + 2) % 10])
    for i, attack in enumerate(ATTACKS):
        g.demand(
            f"demand/evil-{i}",
            "document/evil",
            attack,
            attack,
            "release",
            "urge",
            issuer=f"actor/evil-{i}",
            addressee=f"actor/evil-{(i + 1) % 10}",
        )
        g.event(
            f"event/evil-{i}",
            "document/evil",
            attack,
            "Statement",
            agent=f"actor/evil-{i}",
            recipient=f"actor/evil-{(i + 3) % 10}",
            place=f"place/evil-{i}",
        )
        g.say(f"place/evil-{i}", "label", attack, literal=True)
        g.say(f"demand/evil-{i}", "foundBy", attack, literal=True)
        g.kind(f"affiliation/evil-{i}", "Affiliation")
        g.finding(f"affiliation/evil-{i}", "document/evil", attack, attack)
        g.say(f"affiliation/evil-{i}", "member", f"actor/evil-{i}")
        g.say(f"affiliation/evil-{i}", "organization", f"actor/evil-{(i + 1) % 10}")
        g.say(f"affiliation/evil-{i}", "roleTitle", attack, literal=True)
        g.kind(f"figure/evil-{i}", "Figure")
        g.finding(f"figure/evil-{i}", "document/evil", attack, attack)
        g.say(f"figure/evil-{i}", "unit", attack, literal=True)
        g.say(f"figure/evil-{i}", "value", attack, literal=True)
        g.kind(f"shared/evil-{i}", "SharedDemand")
        g.say(f"shared/evil-{i}", "prefLabel", attack, literal=True)
        for k in range(i, i + 3):
            g.say(f"demand/evil-{k % 10}", "expresses", f"shared/evil-{i}")
        g.say(f"demand/evil-{i}", "status", attack, literal=True)
    return g


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The invented graph."""
    return invented()


@pytest.fixture(scope="session")
def view(graph: Graph) -> View:
    """What the page shows of the invented graph."""
    return view_of(graph.store())


@pytest.fixture(scope="session")
def hostile_view() -> View:
    """What the page shows of the hostile graph."""
    return view_of(hostile().store())


@pytest.fixture(scope="session")
def attacks() -> tuple[str, ...]:
    """The texts of the hostile graph."""
    return ATTACKS


FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-default-apps --disable-extensions --force-prefers-reduced-motion"
).split()


# Makes the page hand over what it would save under a name, instead of a download.
CATCH = (
    "const [label, type, done] = arguments, make = URL.createObjectURL; let blob = null;"
    "URL.createObjectURL = b => { if (b.type.startsWith(type)) blob = b; return make.call(URL, b); };"
    "HTMLAnchorElement.prototype.click = function () { if (!blob) return; const name = this.download; delete HTMLAnchorElement.prototype.click;"
    " URL.createObjectURL = make; const r = new FileReader(); r.onload = () => done([name, r.result]); r.readAsDataURL(blob); };"
    "const item = [...document.querySelectorAll('#tools [role=menuitem]')].find(b => b.textContent.includes(label));"
    "if (item.hidden) done(null); else item.click();"
)


class Page:
    """One page in the browser, and what a reader does with it."""

    def __init__(self, driver: WebDriver, path: Path) -> None:
        self.driver = driver
        self.path = path

    def open(self, state: str = "", path: Path | None = None) -> Page:
        """Load the page anew, with a state in its address, and wait until it is drawn."""
        self.driver.get("about:blank")
        self.driver.get(f"{(path or self.path).as_uri()}{'#' if state else ''}{state}")
        assert self.run("return document.documentElement.dataset.ready") == "yes", self.errors()
        return self

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script in the page and give what it returns."""
        return self.driver.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        """The text of the first element that a selector finds, as written (hidden parts too); empty if there is none."""
        return str(self.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector))

    def count(self, selector: str) -> int:
        return int(self.run("return document.querySelectorAll(arguments[0]).length", selector))

    def click(self, selector: str, containing: str = "") -> Page:
        """Click the first element that a selector finds and that contains a text."""
        found = self.run(
            "const all = [...document.querySelectorAll(arguments[0])].filter(e => e.textContent.includes(arguments[1]));"
            "all[0]?.scrollIntoView({block: 'center'}); return all[0]",
            selector,
            containing,
        )
        assert found is not None, f"no {selector} with {containing!r}"
        self.driver.execute_script("arguments[0].click()", found)
        return self

    def keys(self, *keys: str) -> Page:
        """Type keys wherever the focus is."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()
        return self

    def state(self) -> str:
        return str(self.run("return explorer.state()"))

    def shown(self) -> dict[str, Any]:
        return dict(self.run("return explorer.shown()"))

    def counts(self) -> dict[str, str]:
        """The legend's counts by class."""
        keys = "[...document.querySelectorAll('.key')].map(k => [k.id.slice(6), k.querySelector('.n').textContent])"
        return dict(self.run(f"return {keys}"))

    def rows(self) -> list[list[str]]:
        """The cells of the table that is shown."""
        cells = "[...document.querySelectorAll('.rows tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        return list(self.run(f"return {cells}"))

    def saved(self, label: str, kind: str) -> tuple[str, bytes] | None:
        """The name and content of the file that the menu saves; None where the menu does not offer it."""
        made = self.driver.execute_async_script(CATCH, label, kind)
        return made and (made[0], base64.b64decode(made[1].split(",", 1)[1]))

    def errors(self) -> list[str]:
        """What the browser complained of since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "favicon" not in entry["message"]]


@pytest.fixture(scope="session")
def driver() -> Iterator[WebDriver]:
    """A headless Chromium that reaches no host; tests that need it are skipped where Chromium is missing."""
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not chromedriver:
        pytest.skip("Chromium and its driver are not installed (Debian: apt-get install chromium chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (
            *FLAGS,
            f"--user-data-dir={profile}",
            "--window-size=1440,900",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option("prefs", {"download.default_directory": profile})
        service = webdriver.ChromeService(chromedriver, log_output=os.devnull)
        started = webdriver.Chrome(options=options, service=service)
        started.set_script_timeout(20)
        yield started
        started.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[View, str], Path]:
    """Writes the page of a view once under a name."""
    folder = tmp_path_factory.mktemp("pages")

    def page_of(view: View, name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            write(view, path)
        return path

    return page_of


@pytest.fixture
def page(driver: WebDriver, pages: Callable[[View, str], Path], view: View) -> Page:
    """The page of the invented graph, opened."""
    return Page(driver, pages(view, "invented")).open()


@pytest.fixture
def hostile_page(driver: WebDriver, pages: Callable[[View, str], Path], hostile_view: View) -> Page:
    """The page of the hostile graph, opened."""
    return Page(driver, pages(hostile_view, "hostile")).open()
