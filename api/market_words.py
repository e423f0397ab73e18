"""What the market's measures call things, in plain Danish."""

from graph.labour_market.market import ANY_DEGREE, LONG_EXPERIENCE
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.taxonomy import Taxonomy

_OWN = {ANY_DEGREE: "videregående uddannelse", LONG_EXPERIENCE: "mindst 3 års erfaring"}


def thing(code: str, taxonomy: Taxonomy) -> str:
    """What a skill (its URI) or a credential (its code) is called."""
    gate = load_credentials().get(CredentialCode(code))
    return _OWN.get(CredentialCode(code)) or (gate.label_da if gate else taxonomy.label(EscoUri(code)))


def titled(code: str, label: str) -> str:
    """A group by its code and name; an occupation by its name alone, whose code is an address."""
    return label if "://" in code else f"{code} {label}"
