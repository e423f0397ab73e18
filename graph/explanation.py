"""A match and a bridge in plain Danish, read from what they hold; never a second computation."""

from collections.abc import Sequence

from graph.bridges import Bridge, Carried
from graph.coverage import Step
from graph.derived import Edge
from graph.scoring import Contribution, Match, Note, Part
from ontology.kinds import EscoUri, Importance
from ontology.people import Basis
from ontology.taxonomy import Taxonomy

_IMPORTANCE = {Importance.MUST: "kræves", Importance.NICE: "ønskes", Importance.MENTIONED: "nævnes"}
_LEVELS = (
    "ingen uddannelse",
    "et kursus",
    "en erhvervsuddannelse",
    "en kort videregående uddannelse",
    "en mellemlang videregående uddannelse",
    "en lang videregående uddannelse",
)
_EDGES = {
    Edge.BROADER: "er en del af",
    Edge.NARROWER: "er bredere end",
    Edge.RELATED: "hænger sammen med",
    Edge.TOGETHER: "bruges tit sammen med",
    Edge.SIBLING: "ligner",
}
_SILENT = 0.005


def explain(match: Match, taxonomy: Taxonomy) -> tuple[str, ...]:
    """One line per contribution, the most points first, then what is missing."""
    ordered = sorted(match.contributions, key=lambda line: (-line.points, -line.possible, line.subject or ""))
    return tuple(_sentence(line, taxonomy) for line in ordered if line.possible > 0)


def reasons(match: Match, taxonomy: Taxonomy, count: int = 3) -> tuple[str, ...]:
    """The labels of the requirements that give most, at most `count`."""
    given = sorted((-points, skill) for points, skill in match.gains if points >= _SILENT)
    return tuple(taxonomy.label(skill) for _, skill in given[:count])


def _sentence(line: Contribution, taxonomy: Taxonomy) -> str:
    points = f"{100 * line.points:+.1f} af {100 * line.possible:.1f}"
    if line.subject is None:
        return f"{points}: ikke oplyst i opslaget"
    label = taxonomy.label(line.subject)
    if line.part is Part.OCCUPATION:
        return f"{points}: {_occupation(line, label, taxonomy)}"
    asked = _IMPORTANCE[line.importance] if line.importance else "nævnes"
    stand_in = (
        ", udledt af stillingsbetegnelsen" if line.note is Note.STAND_IN else _quoted(", i opslaget", line.asked_in)
    )
    if line.note is Note.SILENT_PROFILE:
        return f"{points}: {label} ({asked}{stand_in}): ikke oplyst i CV'et, tæller neutralt"
    if line.claim is None:
        return f"{points}: {label} ({asked}{stand_in}): ikke fundet i CV'et"
    held = "" if not line.path else f" via {path_words(line.claim.skill, line.path, taxonomy)}"
    where = ", antaget ud fra jobbet" if line.claim.basis is Basis.IMPLIED else ", i CV"
    return f"{points}: {label} ({asked}{stand_in}){held}{_quoted(where, line.claim.evidence)}"


def _occupation(line: Contribution, label: str, taxonomy: Taxonomy) -> str:
    if line.held is None:
        return f"job som {label}: tidligere job ikke oplyst, tæller neutralt"
    guess = f', gættet ud fra "{line.held.title}"' if line.held.guessed else ""
    return f"job som {label}: erfaring som {taxonomy.label(line.held.occupation)}{guess}"


def path_words(origin: EscoUri, path: Sequence[Step], taxonomy: Taxonomy) -> str:
    """The path from a held skill, with the weight of each step."""
    steps = [f"'{taxonomy.label(origin)}'"]
    steps += [f"{_EDGES[step.kind]} '{taxonomy.label(step.to)}' ({step.weight:.2f})" for step in path]
    return " ".join(steps)


def _quoted(where: str, evidence: Sequence[object]) -> str:
    texts = [getattr(one, "text", "") for one in evidence]
    return f'{where}: "{" ".join(texts[0].split())}"' if texts and texts[0] else ""


def carried_words(one: Carried, taxonomy: Taxonomy) -> str:
    """A carrying skill in words; "antaget" where only a job in the CV speaks for it, so that the consultant asks."""
    return taxonomy.label(one.skill) + (" (antaget)" if one.assumed else "")


def demanded(bridge: Bridge) -> list[str]:
    """The education that a bridge asks beyond the citizen's own, in words; empty where it asks none."""
    if bridge.level_step is None:
        return ["uddannelse: krav ukendt"]
    return [_LEVELS[bridge.level or 0]] if bridge.level_step > 0 else []
