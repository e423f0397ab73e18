"""Why a match and why a bridge in one sentence, with our names of credentials; made only where it is asked for."""

from collections.abc import Mapping
from functools import cache

from api.matching import Listed
from graph.asking import Voice
from graph.bridges import Bridge
from graph.sentences import why_bridge, why_match
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode
from ontology.taxonomy import Taxonomy


def match_why(one: Listed, taxonomy: Taxonomy, voice: Voice = Voice.CONSULTANT) -> str:
    """Why an ad is listed, and what lacks or is to be asked first."""
    return why_match(one.match, one.gates, one.circumstances, taxonomy, _names(), voice)


def bridge_why(one: Bridge, taxonomy: Taxonomy, voice: Voice = Voice.CONSULTANT) -> str:
    """Why a job is proposed, and what it takes."""
    return why_bridge(one, taxonomy, _names(), voice)


@cache
def _names() -> Mapping[CredentialCode, str]:
    return {code: one.label_da for code, one in load_credentials().items()}
