"""Judges by titles, names and their endings whether *he* or *she* can stand for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
TITLES = {
    **dict.fromkeys("mr mr. sir lord king prince brother herr señor monsieur imam".split(), "he"),
    **dict.fromkeys("mrs mrs. ms ms. miss madam madame lady queen princess sister dame frau señora".split(), "she"),
}
"""Titles right before a name."""
NOUNS = {
    **dict.fromkeys(
        """husband father son brother man boy businessman chairman spokesman grandfather widower uncle nephew gentleman
        policeman congressman""".split(),
        "he",
    ),
    **dict.fromkeys(
        """wife mother daughter sister woman girl businesswoman chairwoman spokeswoman grandmother widow aunt niece
        policewoman congresswoman actress""".split(),
        "she",
    ),
}
"""Nouns that describe a person."""
GIVEN = {
    **dict.fromkeys(
        """john james robert michael william david richard joseph thomas charles daniel matthew anthony mark donald steven
        paul andrew kenneth kevin brian george timothy edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen
        larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron
        jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry sean austin
        gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel logan alan juan albert willie
        sergei sergey vladimir dmitry dmitri mikhail ivan nikolai nikolay alexei aleksei andrei andrey igor oleg pavel
        yuri viktor anatoly boris maxim konstantin roman petro volodymyr oleksandr mykola serhiy taras bohdan ales
        mohammed muhammad mohammad mohamed ahmed ahmad ali hassan hussein omar ibrahim khalid yusuf mustafa abdullah tariq
        karim hamid mahmoud osama bilal faisal imran rashid salman reza mehdi amir javad
        carlos luis miguel jorge pedro francisco antonio manuel fernando diego rafael pablo javier ricardo eduardo
        hans klaus jürgen wolfgang stefan jan piotr tomasz andrzej krzysztof jean pierre michel jacques françois giovanni
        marco giuseppe lars erik olaf tom tim ben max sam bob bill jim joe dan mike steve dave matt chris tony greg
        mehmet recep hakan ravi rajesh sanjay narendra kofi emmanuel kwame""".split(),
        "he",
    ),
    **dict.fromkeys(
        """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
        kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
        kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn
        janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
        judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann ana kathryn abigail
        sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie
        svetlana olga natalia natalya tatiana tatyana irina elena yelena ekaterina maryna marina oksana yulia galina
        ludmila nadezhda vera anastasia daria darya ksenia fatima aisha zainab maryam khadija leila layla nasrin narges
        shirin amina samira jane kate lucy claire fiona marie isabelle sophie nathalie ursula ingrid astrid monika
        agnieszka małgorzata lucia carmen rosa pilar indira sunita priya chloe una""".split(),
        "she",
    ),
}
"""Given names in wide use; those borne by both are left out where it matters."""
BOTH = frozenset("jean andrea kelly jordan ashley chris sam max laurie morgan".split())
ENDINGS = (
    ("she", ("ovskaya", "evskaya", "skaya", "ovskaia", "skaia", "ovna", "evna", "ová", "dóttir", "dottir", "ska")),
    ("he", ("ovsky", "evsky", "sky", "skiy", "skyy", "ovich", "evich", "ski")),
)
"""Endings of surnames and patronymics that tell."""


def misfit(cast: Cast, actor: str, pronoun: str) -> bool:
    """Whether a pronoun of the third person cannot stand for a person, as far as name, title and description tell."""
    wanted = "he" if pronoun in HE else "she" if pronoun in SHE else ""
    known = gender(cast, actor) if wanted else ""
    return bool(known) and known != wanted


def gender(cast: Cast, actor: str) -> str:
    """*he* or *she* for a person of whom something tells it, else nothing."""
    entry = cast.entries[actor]
    if entry.type != "Person":
        return ""
    text = cast.parsed.text
    for phrase in entry.mentions[:8]:
        before = text[max(0, phrase.begin - 10) : phrase.begin].split()
        first = phrase.text.split(None, 1)[:1]
        for word in [*before[-1:], *first]:
            if told := TITLES.get(word.lower()):
                return told
    for form in (entry.name, *entry.aliases):
        words = form.lower().replace("-", " ").split()
        if told := next((NOUNS[w] for w in words if w in NOUNS), ""):
            return told
        if not entry.named or len(words) < 2:
            continue
        if words[0] not in BOTH and (told := GIVEN.get(words[0], "")):
            return told
        if told := next((g for g, ends in ENDINGS if words[-1].endswith(ends)), ""):
            return told
    return ""
