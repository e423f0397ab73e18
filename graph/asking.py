"""A question in plain Danish, to the citizen or to the consultant who sits beside them."""

from enum import StrEnum

from graph.phrasing import INFINITIVE, small
from graph.questions import Question, Subject
from ontology.kinds import EscoUri, SkillKind
from ontology.taxonomy import Taxonomy


class Voice(StrEnum):
    """Who is spoken to."""

    CITIZEN = "citizen"
    CONSULTANT = "consultant"


def question_text(question: Question, taxonomy: Taxonomy, credential: str = "", voice: Voice = Voice.CITIZEN) -> str:
    """The question; `credential` is the Danish name of the one that is asked about."""
    who, has = ("du", "Har du") if voice is Voice.CITIZEN else ("borgeren", "Spørg, om borgeren har")
    mark = "?" if voice is Voice.CITIZEN else "."
    if question.subject is Subject.CAR:
        return f"{has} bil og kørekort til at komme på arbejde{mark}"
    if question.subject is Subject.CREDENTIAL:
        return f"{has} {small(credential)}{mark}"
    uri = EscoUri(question.what)
    label = taxonomy.label(uri)
    because = question.because
    where = f" som {taxonomy.label(because)}" if because is not None and because in taxonomy.occupation_rows else ""
    skill = taxonomy.skills[taxonomy.skill_row(uri)]
    if skill.kind is SkillKind.LANGUAGE:
        return f"Taler {who} {label}?" if voice is Voice.CITIZEN else f"Spørg, om borgeren taler {label}."
    done = "prøvet at" if skill.kind is SkillKind.SKILL and INFINITIVE.match(label) else "arbejdet med"
    if voice is Voice.CONSULTANT:
        return f"Spørg, om borgeren{where} har {done} {label}."
    return f"Har du{where} {done} {label}?"


def because_text(question: Question, taxonomy: Taxonomy) -> str:
    """Why it is asked, in a few Danish words; '' where only the ads ask for it."""
    if question.because is None:
        return ""
    label = taxonomy.label(question.because)
    if question.because in taxonomy.occupation_rows:
        return f"mange, der har været {label}, kan det"
    return f"det ligger tæt på '{label}', som står i CV'et"
