"""The parts of a letter or appeal that are not its message: addressees, salutation, copies, contacts."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from demandgraph.dates import find_dates
from demandgraph.language.attention import mark_body_above
from demandgraph.language.markers import Marker
from demandgraph.language.pieces import Piece
from demandgraph.language.shapes import is_dateline, is_name_like, is_postal, is_sentence
from demandgraph.language.sites import ends_body, is_house, is_site

SALUTATION = re.compile(
    r"(?:(?:my |our )?dear(?:est)?\b|to whom it may concern|(?:your|his|her|their) (?:excellenc(?:y|ies)"
    r"|majest(?:y|ies)|holiness|royal highness(?:es)?|highness(?:es)?|eminence|beatitude|honou?r|grace"
    r"|worship)\b"
    r"|excellenc(?:y|ies)\b|(?:most )?(?:honou?rable|distinguished|esteemed|respected|fellow)\b|ladies and "
    r"gentlemen|(?:mr|madam|ms|mrs)\.? (?:president|chair|speaker|secretary|minister"
    r"|prime|commissioner|ambassador|high)|madam\b|sirs?\b|friends\b|comrades\b|colleagues\b|brothers and "
    r"sisters)",
    re.IGNORECASE,
)
ORAL = re.compile(
    r"(?:excellencies|(?:distinguished|esteemed|honou?rable|fellow) (?:delegates|colleagues|members|guests|participants"
    r"|representatives|ministers|ambassadors|friends)|ladies and gentlemen|(?:mr|madam|ms|mrs)\.? (?:president|chair|speaker"
    r"|secretary-general|moderator))\b",
    re.IGNORECASE,
)
"""What a speaker says to those who listen: twice or more in a text, it is a speech."""
TO = re.compile(
    r"(?:(?:(?:open |joint )?letter )?to|attn|attention|addressed to|for the attention of)\s*:\s*", re.IGNORECASE
)
BARE_TO = re.compile(r"[Tt]o(?: the\s+|\s+(?=[A-Z]))(?=\S)")
GREETED = re.compile(r"To (?:the|all|our|my|every) [^.;?!:]{3,90},$")
"""A line of its own that greets whom a letter is for: *To the Governor of Norwick,*."""
FROM = re.compile(r"(?:from|sender)\s*:\s*", re.IGNORECASE)
COPY = re.compile(
    r"(?:c\.?\s?c\.?|copy|copies|copied|copied to|copy to|copies to|bcc)\s*(?:[:;.–-]\s*|\s+(?=[A-Z]))", re.IGNORECASE
)
SUBJECT = re.compile(r"(?:re|ref|subject|concerning|regarding)\s*[:.]\s*", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:for )?(?:(?:further|more) information|(?:media |press )?contacts?(?: persons?| details| "
    r"information)?)\s*[:.]?$",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:yours|very|most|with|in|and|we|i|remain|are|am|please|accept,?|my|our|the|assurances? of|best|kind"
    r"|warm(?:est)?|high(?:est)?|deep(?:est)?|great)\s+)*"
    r"(?:sincerely|faithfully|truly|respectfully|cordially|regards|wishes|solidarity|respect|gratitude"
    r"|appreciation|consideration|esteem|thanks|thank you|peace|hope|yours|signed|signature|signatures"
    r"|signatories|undersigned|obediently|fraternally)"
    r"\b(?:\s+(?:yours?|submitted|by|of|and|sincerely|signatories|regards|consideration|in advance|highest|our"
    r"|my|the)\b|,\s*our (?:highest|best) regards)*\s*[,:!.]*$",
    re.IGNORECASE,
)
ASSURANCES = re.compile(
    r"(?:please )?(?:accept|receive)\b.{0,60}\b(?:regards|consideration|respects?|esteem"
    r"|assurances?).{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
LABEL = re.compile(r"(?:(?:press|media|news|joint|public|official) )?(?:statement|release|news|speech)", re.IGNORECASE)
"""A line that only says what kind of text this is."""
APPEAL_TITLE = re.compile(
    r"\b(?:appeal|letter|petition|memorandum|plea|call|note|message|demands?|address|declaration|manifesto"
    r"|request)\b",
    re.IGNORECASE,
)


def mark_letter(pieces: list[Piece]) -> None:
    """Mark the addressees, salutation, copies and contact lines of a letter or appeal."""
    mark_copies(pieces)
    spoken = sum(p.open and ORAL.match(p.text) is not None and is_salutation(p) for p in pieces) > 1
    for i, piece in enumerate(pieces):
        if not piece.open:
            continue
        if is_salutation(piece):
            piece.kind = "salutation"
            if spoken:
                mark_greetings_above(pieces, i)
            else:
                mark_addressees_above(pieces, i)
        elif (match := TO.match(piece.text)) and piece.words < 40:
            mark_label(piece, pieces, i, match.end(), "furniture" if mark_body_above(pieces, i) else "address")
        elif GREETED.match(piece.text) and piece.words < 14 and i + 1 < len(pieces):
            take_label(piece, 3)
            piece.kind = "address"
        elif (match := FROM.match(piece.text)) and piece.words < 40:
            mark_label(piece, pieces, i, match.end(), "signature")
    mark_contacts(pieces)
    mark_addressees_of_title(pieces)


def is_salutation(piece: Piece) -> bool:
    """Whether a piece addresses the reader: "Dear Minister," """
    text = piece.text
    if piece.words > 16 or piece.marker or not SALUTATION.match(text) or SENTENCE_ENDS.search(text):
        return False
    formal = re.match(r"(?i)(?:(?:my |our )?dear|to whom)", text)
    return (
        (bool(formal) and text[-1] in ",:!")
        or (bool(formal) and piece.words < 9)
        or text[-1] in ",:!"
        or (bool(re.match(r"(?i)your |excellenc|ladies", text)) and piece.words < 7)
    )


SENTENCE_ENDS = re.compile(r"[.?;]$")


def is_short(piece: Piece) -> bool:
    """Whether a piece can be a line of an address or of a signature."""
    return piece.open and piece.words <= 40 and is_name_like(piece.text, 40) and not piece.leads_in


def mark_addressees_above(pieces: list[Piece], index: int) -> None:
    """Mark the lines of name, title and body above a salutation."""
    j = index - 1
    first = next((k for k, p in enumerate(pieces) if p.open), 0)
    while j > first or (j == first and opens_address(pieces, j, index)):
        piece = pieces[j]
        if piece.kind == "furniture":
            if re.match(r"[\W_]+$", piece.text):
                break
        elif not piece.open or piece.marker or is_sentence(piece.text):
            break
        elif is_dateline(piece.text):
            piece.kind = "dateline"
        elif is_postal(piece.text) or is_located(pieces, j, first):
            piece.kind = "furniture"
        elif SUBJECT.match(piece.text):
            piece.kind = "heading"
        elif not is_short(piece) or index - j > 40 or is_title_like(piece):
            break
        else:
            piece.kind = "address"
        j -= 1


def opens_address(pieces: list[Piece], first: int, index: int) -> bool:
    """Whether a document's first line is whom a letter is for: nothing or only streets stand between it and *Dear …*."""
    alone = index - first == 1 or (
        located(pieces, first) and all(p.kind == "furniture" for p in pieces[first + 1 : index])
    )
    return alone and not is_title_like(pieces[first])


def located(pieces: list[Piece], index: int) -> bool:
    """Whether the line below one is of a street, a town or a building, so that the line itself says whose they are."""
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    return below is not None and below.gap == 0 and (is_postal(below.text) or is_site(below.text))


def is_located(pieces: list[Piece], index: int, first: int) -> bool:
    """Whether a line names a building or a street; *X House* does behind the name of a body and above a street."""
    text = pieces[index].text
    if is_site(text):
        return True
    above = pieces[index - 1].text if index > first else ""
    told = (len(above.split()) > 1 and " of " in above) or is_house(above) or ends_body(above)
    return is_house(text) and told and located(pieces, index)


def mark_greetings_above(pieces: list[Piece], index: int) -> None:
    """Mark the lines of a speech's greeting above *Excellencies,*: those that end in a comma (*Chair of the Council,*)."""
    for piece in reversed(pieces[max(0, index - 6) : index]):
        if not is_short(piece) or piece.words > 12 or not piece.text.endswith(","):
            break
        piece.kind = "salutation"


def is_title_like(piece: Piece) -> bool:
    """Whether a line above an address block is rather the letter's title."""
    return bool(APPEAL_TITLE.search(piece.text)) or (piece.text.isupper() and piece.words > 6)


def is_closing(piece: Piece) -> bool:
    """Whether a piece is a closing formula: "Yours sincerely," """
    if piece.words < 12 and CLOSING.match(piece.text):
        return True
    return piece.words < 20 and ASSURANCES.match(piece.text) is not None


def mark_label(piece: Piece, pieces: list[Piece], index: int, width: int, kind: str) -> None:
    """Mark what follows "To:" or "From:" on its line and on the short lines below."""
    if width < len(piece.text):
        piece.kind = kind
        take_label(piece, width)
    else:
        piece.kind = "furniture"
    mark_block(pieces, index + 1, kind)


def take_label(piece: Piece, width: int) -> None:
    """Take a label such as "Cc:" off a piece; it becomes its marker, unless it has a number already."""
    if piece.marker is not None:
        return
    piece.marker = Marker(piece.text[:width].strip(), "label", 0, width)
    piece.begin += width
    piece.text = piece.text[width:]


def mark_block(pieces: list[Piece], start: int, kind: str, lead_in: int | None = None, announced: bool = False) -> bool:
    """Mark the short lines from ``start`` on as parts of an address or signature block.

    With ``announced``, items of a list are marked whatever they look like.
    """
    any_marked = after_postal = False
    for j in range(start, len(pieces)):
        piece = pieces[j]
        if piece.kind in ("furniture", "foreign"):
            continue
        if piece.open and (is_dateline(piece.text) or (piece.words < 12 and find_dates(piece.text[:24]))):
            piece.kind = "dateline"
            continue
        placed = is_postal(piece.text) or (any_marked and is_located(pieces, j, start))
        if piece.open and (placed or (after_postal and piece.gap == 0 and piece.words < 4)):
            piece.kind, after_postal = "furniture", True
            continue
        if piece.open and kind == "address" and (match := BARE_TO.match(piece.text)):
            take_label(piece, match.end())
        labelled = (
            not any_marked
            and lead_in is None
            and piece.open
            and piece.gap == 0
            and piece.words < 9
            and not is_sentence(piece.text)
        )
        listed = labelled or (
            announced
            and piece.open
            and piece.words < 60
            and (piece.marker is not None or is_name_like(piece.text.rstrip("."), 40))
        )
        if (
            not listed
            and not is_short(piece)
            and not (piece.open and any_marked and piece.words < 20 and piece.gap == 0 and not is_sentence(piece.text))
        ):
            break
        if COPY.match(piece.text) or is_salutation(piece) or TO.match(piece.text) or is_closing(piece):
            break
        piece.kind, piece.lead_in, any_marked = kind, lead_in, True
    return any_marked


def mark_addressees_of_title(pieces: list[Piece]) -> None:
    """Mark the addressees listed under the title of an appeal that has no salutation."""
    shown = [i for i, p in enumerate(pieces) if p.kind not in ("furniture", "foreign")][:3]
    for i in shown[:2]:
        if not (pieces[i].open and APPEAL_TITLE.search(pieces[i].text) and not is_sentence(pieces[i].text)):
            continue
        run = []
        for j in range(i + 1, min(len(pieces), i + 25)):
            piece = pieces[j]
            if piece.kind == "furniture":
                continue
            if (
                not is_short(piece)
                or piece.words > 14
                or piece.marker
                or is_dateline(piece.text)
                or APPEAL_TITLE.search(piece.text)
                or LABEL.fullmatch(piece.text)
            ):
                break
            run.append(piece)
        following = (p for p in pieces[i + 1 : i + 30] if p not in run and p.kind != "furniture")
        if len(run) >= 2 and any(is_sentence(p.text) for p in islice(following, 2)):
            for piece in run:
                piece.kind = "address"
            return


def mark_contacts(pieces: list[Piece]) -> None:
    """Mark the name under "Contact:" as furniture like the numbers under it."""
    for piece, after in pairwise(pieces):
        if piece.kind == "furniture" and CONTACT.match(piece.text) and is_short(after) and after.words < 9:
            after.kind = "furniture"


def mark_copies(pieces: list[Piece]) -> None:
    """Mark "Cc: …" and the lines below it."""
    for i, piece in enumerate(pieces):
        match = COPY.match(piece.text) if piece.open and piece.words < 60 else None
        if match is None or (":" not in match.group() and i <= len(pieces) / 3):
            continue
        piece.kind = "copy"
        if match.end() < len(piece.text):
            take_label(piece, match.end())
        else:
            piece.kind = "furniture"
        mark_block(pieces, i + 1, "copy")
