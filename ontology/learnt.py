"""What the package knows of ESCO's concepts beside ESCO: what they mean, how people judge moves, which are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.encoding import Meanings
from ontology.judged import JudgedMoves
from ontology.kinds import IscoCode, KnownMove


@dataclass(frozen=True)
class Learnt:
    """Numbers and tables of ontology.committed; empty ones say nothing. known: unit group -> where people go."""

    meanings: Meanings = field(default_factory=Meanings)
    judged: JudgedMoves = field(default_factory=JudgedMoves)
    known: Mapping[IscoCode, tuple[KnownMove, ...]] = field(default_factory=dict)
