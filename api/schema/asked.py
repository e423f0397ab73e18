"""What the resolvers of one request share."""

from dataclasses import dataclass
from datetime import date

from strawberry.types import Info

from api.service import Service
from ontology.kinds import READING_ORDER, Labels, Language


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the service it may use, and the day it is asked on."""

    service: Service
    today: date


def asked(info: Info) -> Asked:
    """The request that a resolver answers."""
    found: Asked = info.context
    return found


def label_in(labels: Labels, language: str) -> str:
    """The preferred label in a language (ISO 639-1), else in Danish, else in English."""
    return labels.best((Language(language.casefold()[:2]), *READING_ORDER))
