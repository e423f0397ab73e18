"""The headline of an ad -> what may be the job title in it, and the words that tell where or with what.

"Vil du være vores nye tekniker til hospitalsudstyr? (vikariat)" offers "tekniker"; "hospitalsudstyr" goes with it, as
"tekniker" alone says little.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(
    r"\(?\b(?:job|stilling(?:s)?|ref(?:erence)?|opslag|req|sags?)\.?[ -]?(?:id|nr|no|nummer)?\.?[ :#]*[A-Z]{0,4}-?"
    r"\d[\d/.-]+\)?|#\s?\d+|\(\s*\d[\d/.-]{3,}\s*\)|\b(?:19|20)\d\d-\d{3,}\b|\((?:[mfkwdhx]\s*/\s*)+[mfkwdhx]\)|\b[mkf]/[kfmw]\b",
    re.IGNORECASE,
)
"""Codes of the employer's own, and that men and women may apply."""
_ASKED = re.compile(
    r"^.{0,60}?\b(?:"
    r"(?:vil|skal) du (?:være|arbejde som)|er du|bliv|kom og (?:bliv|vær)|brænder du for at (?:være|arbejde som)|"
    r"søger du (?:job|arbejde) som|job som|ansættes som|"
    r"(?:vi )?(?:leder|kigger) efter|(?:vi )?(?:søger|mangler)|(?:are|is) (?:looking for|seeking|hiring)|"
    r"looking for|join us as|wanted:|work as"
    r")\b:?\s*(?=\w{2})",
    re.IGNORECASE,
)
"""What leads up to the title: a question, or that somebody seeks."""
_AROUND = re.compile(
    r"^(?:(?:vi|en|et|to|tre|fire|fem|flere|mange|\d+\s*x?|x|an?|the|our|some|vores|vor|min|jeres|ny|nye|nyt|næste|"
    r"erfar(?:en|ne)|uerfaren|dygtige?|engagerede?|motiveret|motiverede|selvstændige?|frisk|friske|stabile?|fleksible?|"
    r"faglig|fagligt|stærke?|kvalificerede?|uddannede?|udlærte?|autoriserede?|oplagte?|ambitiøse?|serviceminded\w*|"
    r"deltids?|fuldtids?|motivated|committed|experienced|skilled|dedicated|new|several|temporary|young|unge?|"
    r"og|and|kollega|kolleger|et par|kontaktskabende|imødekommende|kreative?|energiske?|glade?|rutinerede?)[\s,]+)+",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\s*(?:\s[/|–—-]\s|[|;:!?]\s|(?<=\w{3})/(?=\w{3})|\s•\s)\s*")
_TAIL = re.compile(
    r"\s(?:søges?|ønskes|wanted|til|på|i|hos|med|ved|for|inden|fra|om|at|in|to|with|within|of|–|-)(?=\s)|[,(.!?:]|"
    r"\s(?:søges|\d+ ?(?:-\d+ ?)?(?:timer|t\b)|deltid|fuldtid|dag|aften|nat|weekend)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_TERMS = re.compile(
    r"(?:\d+\s*(?:-\s*\d+\s*)?(?:timer|måneder|mdr|hours)\b.*|(?:deltid|fuldtid|full[- ]?time|part[- ]?time|sæson|"
    r"start|snarest|løbende|hurtigst|\w*vikariat|orlov|barsel|dag|aften|nat|weekend|permanent|remote|oplæring|\w*hold(?:skift)?|"
    r"(?:aften|nat|dag|døgn|weekend)vagt(?:er)?|\w*skift|kan også|også|mulighed|ung|studerende)\b.*|\W*)",
    re.IGNORECASE,
)
"""A piece that opens so says when or on what terms one works, and names no job."""
_ON_TERMS = re.compile(
    r"(?:tilkalde|sommer|ferie|jule|barsels)?vikar(?:er|iat|iater)?|(?:ferie)?afløsere?|fleksjob(?:ber)?|skånejob|"
    r"virksomhedspraktik|praktik(?:ant)?|løntilskud|job|fritidsjob|studiejob|sommerjob|feriejob|weekendjob|"
    r"student(?:er)?medhjælp(?:er)?e?|studentermedarbejdere?|elev(?:er)?|lærlinge?|trainee|intern(?:ship)?|"
    r"(?:løs)?arbejde|stilling|hjælp|mand|folk|people|staff|employees?|workers?|person(?:ale)?|kolleg(?:a|er)",
    re.IGNORECASE,
)
"""Heads that say on what terms one works, or nothing at all: the job stands behind them."""
_IN_ENGLISH = re.compile(r"people|staff|employees?|workers?|person", re.IGNORECASE)
_PLAIN, _ENGLISH = "medarbejder", "worker"
_BOTH = re.compile(r"(\w{4,}) (?:og|eller|and|or) (\w{4,})")
_EDGE = " .,:;–!?-"
_VAGUE = re.compile(
    r"((?:service|produktions|drifts|klinik|kunde|fag|salgs)?"
    r"(?:medarbejder|assistent|konsulent|rådgiver|operatør|tekniker|specialist|leder|koordinator|montør|medhjælper|"
    r"underviser|instruktør|sælger|ekspedient|chauffør|ingeniør|designer|vært|laborant|sagsbehandler))(?:e|er)?",
    re.IGNORECASE,
)
"""Heads that many trades have: what follows says which."""
_FILLER = frozenset(
    """
    vores vor en et den det de store lille ny nye faste fast let lette stort stor lækker travl travle hyggelig
    kunde kunder løbende diverse the our a an large start hele alle flere afdeling afdelingen team teamet søges
    sommer bord temporary
    """.split()  # noqa: SIM905  one word list, kept readable
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_MOST_PIECES, _SHORTEST = 3, 3


@dataclass(frozen=True, slots=True)
class Headline:
    """What of a headline may be the title: as it stands, the title alone, further ones, and those put together.

    `joined`: a vague head with what follows it as one word, "fiskefabrikmedarbejder".
    """

    whole: str
    titles: tuple[str, ...]
    joined: tuple[str, ...]


def headline(text: str) -> Headline:
    """The titles in a headline, in order; the whole of it where nothing is left."""
    whole = " ".join(_CODE.sub(" ", text).split()) or text.strip()
    titles: list[str] = []
    joined: list[str] = []
    for piece in _pieces(whole):
        head, tail = _cut(piece)
        vague = _VAGUE.fullmatch(head)
        if _ON_TERMS.fullmatch(head):
            joined += _joined(_ENGLISH if _IN_ENGLISH.fullmatch(head) else _PLAIN, tail)
            continue
        titles += (head, *_each(head))
        if vague:
            joined += _joined(vague[1].casefold(), tail)
    return Headline(whole, tuple(dict.fromkeys(titles)) or (whole,), tuple(dict.fromkeys(joined)))


def _pieces(whole: str) -> Iterator[str]:
    """The pieces of a headline that may name a job, without what leads up to it."""
    asked = _ASKED.match(whole)
    bare = whole[asked.end() :] if asked else whole
    found = 0
    for piece in _BORDER.split(_BRACKET.sub("", bare).strip() or bare):
        plain = _AROUND.sub("", piece.strip(_EDGE))
        if len(plain) >= _SHORTEST and not _TERMS.fullmatch(plain):
            yield plain
            found += 1
        if found == _MOST_PIECES:
            return


def _cut(piece: str) -> tuple[str, str]:
    """The head of a piece, and what follows it."""
    end = _TAIL.search(piece)
    return (piece[: end.start()].strip(_EDGE), piece[end.start() :].strip(_EDGE)) if end else (piece, "")


def _each(head: str) -> tuple[str, ...]:
    """What "og" or "eller" joins in a head, where each stands whole: "smede og svejsere"."""
    both = _BOTH.fullmatch(head)
    return (both[1], both[2]) if both else ()


def _joined(head: str, tail: str) -> Iterator[str]:
    """The first word of a tail that may name a thing, put before the head: "fiskefabrik" and "medarbejder"."""
    for word in _WORD.findall(tail):
        short = len(word) <= _SHORTEST
        if word.isupper() and len(word) > 1:
            yield f"{word}-{head}"
        elif not short and word.islower() and word not in _FILLER and not _ON_TERMS.fullmatch(word):
            yield f"{word} {head}" if head == _ENGLISH else f"{word}{head}"
        else:
            continue
        return
