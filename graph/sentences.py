"""One plain Danish sentence on why: why an ad is a match, why a job is a bridge. Read from what they hold.

It says the strongest reasons and the most important lack or question, promises nothing and judges nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.asking import Voice
from graph.bridges import Bridge, Carried
from graph.gates import Gate, GateState
from graph.phrasing import is_person, joined, learnt, listed, plain, said_of, small, tried
from graph.scoring import Contribution, Match, Note, Part
from graph.standing import Circumstance, Standing, Topic
from ontology.kinds import DANISH, CredentialCode, EscoUri, Importance, KnownMove, SkillKind
from ontology.languages import LANGUAGE_NAMES
from ontology.people import Basis
from ontology.taxonomy import Taxonomy

_REASONS, _CHOICES = 3, 3
_PLAIN_WAY = 0.45
"""From here on a known move is called plain: at least two of its three writers name it readily."""
_COVERED = 0.5
"""How well a requirement must be covered to be a reason; below it the way from what is held is long."""
_LACKING = 0.35
_NEAR_JOB = 0.49
_SHORT, _QUOTED = 48, 40
"""Characters of a label that is still read in one breath, and of a quote."""
_LEVELS = (
    "ingen uddannelse",
    "et kursus",
    "en erhvervsuddannelse",
    "en kort videregående uddannelse",
    "en mellemlang videregående uddannelse",
    "en lang videregående uddannelse",
)

Names = Mapping[CredentialCode, str]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a voice: who, whose CV, and who the ad's people are."""

    who: str
    document: str
    tell: str


_VOICES = {
    Voice.CONSULTANT: _Words("Borgeren", "CV'et", "spørg, om borgeren"),
    Voice.CITIZEN: _Words("Du", "dit CV", "sig til, hvis du"),
}


def why_match(
    match: Match,
    gates: Sequence[Gate],
    circumstances: Sequence[Circumstance],
    taxonomy: Taxonomy,
    names: Names,
    voice: Voice = Voice.CONSULTANT,
) -> str:
    """Why the ad fits, and what lacks or is to be asked first; `names` are the Danish names of credentials."""
    told = _reasons(match, taxonomy, voice)
    lack = _barrier(gates, circumstances, names, told, voice) or _missing(match, taxonomy, voice)
    return f"{told}{lack}."


def why_bridge(bridge: Bridge, taxonomy: Taxonomy, names: Names, voice: Voice = Voice.CONSULTANT) -> str:
    """Why the job is within reach, and what it takes; `names` are the Danish names of credentials."""
    job, who = _occupation(bridge.occupation, taxonomy), _VOICES[voice].who
    stated = _short([one for one in bridge.carrying if not one.assumed], taxonomy)
    assumed = _short([one for one in bridge.carrying if one.assumed], taxonomy)
    way = _way(bridge.known) if bridge.known else ""
    path = f"fordi den bygger på {bridge.known.why_da}" if bridge.known else ""
    if stated or assumed:
        told = joined(said_of(stated)) if stated else _presumed(assumed, voice)
        told = f"{who} {told}, og det bruges også i jobbet som {job}"
        told += f"; det er {way}, {path}" if path else ""
    elif path:
        told = f"Med den baggrund er jobbet som {job} {way}, {path}"
    else:
        told = f"Jobbet som {job} ligner det, som {small(who)} har arbejdet med"
    stone = f"; en vej kan gå over {_occupation(bridge.via, taxonomy)}" if bridge.via is not None else ""
    return f"{told}{_price(bridge, taxonomy, names, voice)}{stone}."


def _way(known: KnownMove) -> str:
    """What the table of known moves says of one: an opinion, so that nothing is told of who has gone there."""
    return "en oplagt vej" if known.strength >= _PLAIN_WAY else "en mulig vej"


def _reasons(match: Match, taxonomy: Taxonomy, voice: Voice) -> str:
    """The clause of what speaks for an ad: the job held, and at most three things that it asks for."""
    words, job = _VOICES[voice], _job(match, taxonomy)
    lines = _best(match, taxonomy)
    stated = [one for one in lines if one.claim is not None and one.claim.basis is not Basis.IMPLIED]
    shown = (stated or lines)[: _REASONS - len(job)]
    skills = [
        _quoted(one, taxonomy, quote=bool(stated) and voice is Voice.CONSULTANT and one is shown[0]) for one in shown
    ]
    if not job and not skills:
        return f"{_POSSESSIVE[voice]} siger kun lidt om det, som opslaget beder om"
    said = (said_of(skills) if stated else [_presumed(skills, voice)]) if skills else []
    read = any(one.note is not Note.STAND_IN for one in shown)
    asked = ", som opslaget beder om" if read else ", som jobbet plejer at kræve"
    return f"{words.who} {joined([*job, *said])}{asked if skills else ''}"


def _job(match: Match, taxonomy: Taxonomy) -> list[str]:
    """The job held that comes nearest to the ad's, a guess told as one; empty where none is near."""
    for line in match.contributions:
        if line.part is Part.OCCUPATION and line.held is not None and line.subject and line.coverage >= _NEAR_JOB:
            perhaps = "nok " if line.held.guessed else ""
            return [f"har {perhaps}arbejdet som {_occupation(line.held.occupation, taxonomy)}"]
    return []


def _occupation(uri: EscoUri, taxonomy: Taxonomy) -> str:
    return small(plain(taxonomy.label(uri)))


def _best(match: Match, taxonomy: Taxonomy) -> list[Contribution]:
    """What is covered well, the most points first; what has a clumsy name only where nothing else is."""
    found = [one for one in match.contributions if one.claim is not None and one.subject and one.coverage >= _COVERED]
    found.sort(key=lambda one: (-one.points, one.subject or ""))
    return [one for one in found if not _clumsy(one.subject, taxonomy)] or found[:1]


def _clumsy(uri: EscoUri | None, taxonomy: Taxonomy) -> bool:
    concept = taxonomy.concepts.get(uri) if uri else None
    danish = concept.labels.preferred.get(DANISH, "") if concept else ""
    return not danish or len(danish) > _SHORT


def _skill(uri: EscoUri, taxonomy: Taxonomy) -> tuple[SkillKind, str]:
    row = taxonomy.skill_rows.get(uri)
    kind = SkillKind.KNOWLEDGE if row is None else taxonomy.skills[row].kind
    return kind, plain(taxonomy.label(uri))


def _presumed(skills: Sequence[tuple[SkillKind, str]], voice: Voice) -> str:
    """What only a job held speaks for, told as a presumption."""
    where = " i tidligere job" if voice is Voice.CONSULTANT else ""
    return f"har nok{where} {tried(skills)}"


def _quoted(line: Contribution, taxonomy: Taxonomy, *, quote: bool) -> tuple[SkillKind, str]:
    """A requirement, with what the CV itself says of it where that is short and other words than the name."""
    kind, label = _skill(line.subject or EscoUri(""), taxonomy)
    texts = (" ".join(one.text.split()) for one in (line.claim.evidence if line.claim and quote else ()))
    fitting = (it for it in texts if " " in it and len(it) <= _QUOTED and it.casefold() not in label.casefold())
    text = next(fitting, "")
    return kind, f'{label} ("{text}")' if text else label


_POSSESSIVE = {Voice.CONSULTANT: "CV'et", Voice.CITIZEN: "Dit CV"}


def _barrier(
    gates: Sequence[Gate], circumstances: Sequence[Circumstance], names: Names, told: str, voice: Voice
) -> str:
    """What the job cannot be had without: unmet first, then what is to be asked, then what is soon got."""
    hard = [gate for gate in gates if gate.hard]
    tongues = [one for one in circumstances if one.topic is Topic.LANGUAGE and one.hard]
    words = _VOICES[voice]

    def of(state: GateState) -> list[str]:
        found = [(small(names.get(one.credential, one.credential)), one.either) for one in hard if one.state is state]
        choice = [name for name, either in found if either]
        alone = [name for name, either in found if not either]
        return [*([listed(choice[:_CHOICES], "eller")] if choice else []), *alone]

    beside = [one for one in circumstances if one.hard and one.state is Standing.UNMET]
    years = [f"{one.asked}s erfaring i faget" for one in beside if one.topic is Topic.EXPERIENCE]
    unmet = [*of(GateState.UNMET), *(_tongue(one) for one in beside if one.topic is Topic.LANGUAGE), *years]
    if unmet:
        must = f"man skal være {unmet[0]}" if is_person(unmet[0]) else f"der kræves {unmet[0]}"
        return f", men {must}, og det viser {words.document} ikke"
    unsure = of(GateState.UNKNOWN)
    if unsure:
        return f"; {words.tell} {'er' if is_person(unsure[0]) else 'har'} {unsure[0]}, for det kræves"
    spoken = [_tongue(one) for one in tongues if one.state is Standing.ASK or _worth_asking(one, told)]
    if spoken:
        return f"; {words.tell} taler {listed(spoken[:2])}, for det kræves"
    soon = of(GateState.OBTAINABLE)
    return f"; {listed(soon[:2])} kræves, men kan nås på få dage" if soon else ""


def _tongue(one: Circumstance) -> str:
    """A language and its level: "dansk på niveau C1"."""
    name, _, level = one.asked.partition(" ")
    return f"{name} på niveau {level}" if level else name


def _worth_asking(one: Circumstance, told: str) -> bool:
    """Whether a language that is not stated is worth a question, and was not just `told`.

    Few who write in Danish say that they speak it.
    """
    name = one.asked.partition(" ")[0]
    return one.state is Standing.UNKNOWN and name != LANGUAGE_NAMES[DANISH] and name not in told


def _missing(match: Match, taxonomy: Taxonomy, voice: Voice) -> str:
    """The weightiest thing that the ad says must be there and the CV does not show."""
    lines = [
        one
        for one in match.contributions
        if one.part is Part.PROFESSIONAL
        and one.subject
        and one.note is Note.READ
        and one.importance is Importance.MUST
        and one.coverage < _LACKING
        and not _clumsy(one.subject, taxonomy)
        and _skill(one.subject, taxonomy)[0] is not SkillKind.LANGUAGE
    ]
    if not lines:
        return ""
    worst = max(lines, key=lambda one: (one.possible - one.points, one.subject or ""))
    told = said_of([_skill(worst.subject or EscoUri(""), taxonomy)])[0]
    if voice is Voice.CONSULTANT:
        return f"; spørg, om borgeren også {told}"
    return f"; hvis du også {told}, så skriv det i dit CV"


def _short(carried: Sequence[Carried], taxonomy: Taxonomy) -> list[tuple[SkillKind, str]]:
    """At most three carrying skills, specific ones first; one with a clumsy name only where nothing else is."""
    order = sorted(carried, key=lambda one: not one.specific)
    clear = [one for one in order if not _clumsy(one.skill, taxonomy)] or order[:1]
    return [_skill(one.skill, taxonomy) for one in clear[:_REASONS]]


def _price(bridge: Bridge, taxonomy: Taxonomy, names: Names, voice: Voice) -> str:
    """What a bridge takes: a credential, an education, else the skills that would help most."""
    if bridge.missing_credentials:
        name = small(names.get(bridge.missing_credentials[0], bridge.missing_credentials[0]))
        must = f"man skal være {name}" if is_person(name) else f"der kræves {name}"
        return f", men {must}, og det viser {_VOICES[voice].document} ikke"
    if bridge.level_step is not None and bridge.level_step > 0:
        return f"; man skal som regel have {_LEVELS[bridge.level or 0]}"
    wanted = [uri for uri in bridge.smallest_set if not _clumsy(uri, taxonomy)][:2]
    if wanted:
        return f"; det vil hjælpe at lære {learnt([_skill(uri, taxonomy) for uri in wanted])}"
    return ""
