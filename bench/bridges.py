"""Twenty bridge rows for ten common origins on the whole of ESCO, the absurd ones marked; prints what it found."""

import argparse
from datetime import date
from pathlib import Path

from api.knowledge import labour_knowledge, levels
from graph.bridges import Bridge, bridges
from graph.citizen import citizen_level
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from ontology.committed import load_learnt
from ontology.esco import read_esco
from ontology.kinds import ENGLISH, EscoUri
from ontology.people import Basis, Claim, Held, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_generic_demands

ORIGINS = {
    "lagermedarbejder": "warehouse worker",
    "butiksassistent": "shop assistant",
    "SOSU-hjælper": "healthcare assistant",
    "tjener": "waiter/waitress",
    "bogholder": "bookkeeper",
    "tømrer": "carpenter",
    "kok": "cook",
    "pædagogmedhjælper": "child day care worker",
    "rengøringsassistent": "building cleaner",
    "chauffør": "cargo vehicle driver",
}
AS_OF = date(2026, 11, 25)


def profile_of(taxonomy: Taxonomy, uri: EscoUri) -> Profile:
    """A person who has held one occupation until now and says nothing more."""
    row = taxonomy.occupation_row(uri)
    claims = tuple(
        Claim(taxonomy.skills[int(s)].uri, 0.6, (), Basis.IMPLIED) for s in taxonomy.essential.targets_of(row)
    )
    return Profile(ProfileId("bench"), claims, (Held(uri, "", 2018, None, True, 1.0),))


def absurd(bridge: Bridge, origin: int, live: LiveOntology, knowledge: LabourKnowledge, level: int) -> list[str]:
    """Which of the four computable rules of DESIGN.md section 3 a row breaks for who has held row `origin`."""
    row = live.taxonomy.occupation_rows[bridge.occupation]
    broken = []
    mine = knowledge.with_implied(knowledge.credentials.get(origin, ()))
    if set(knowledge.credentials.get(row, ())) - mine - set(bridge.missing_credentials):
        broken.append("hides a credential")
    if bridge.level is not None and bridge.level - level >= 2:
        broken.append("education two levels above")
    if not any(one.specific for one in bridge.carrying):
        broken.append("carried by general skills only")
    if not knowledge.in_denmark[row]:
        broken.append("no place in Denmark")
    return broken


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="ESCO folders or ZIPs")
    taxonomy, _ = read_esco(parser.parse_args().paths)
    live = LiveOntology(
        taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()), load_generic_demands(), levels(taxonomy)
    )
    knowledge, by_label = (
        labour_knowledge(taxonomy),
        {o.labels.preferred.get(ENGLISH): o.uri for o in taxonomy.occupations},
    )
    marked = 0
    for title, label in ORIGINS.items():
        profile = profile_of(taxonomy, by_label[label])
        level = citizen_level(profile, live, knowledge)
        print(f"\n{title} ({label}), level {level}")
        for number, bridge in enumerate(bridges(profile, live, knowledge, AS_OF), 1):
            broken = absurd(bridge, taxonomy.occupation_row(by_label[label]), live, knowledge, level)
            marked += bool(broken)
            first = ", ".join(taxonomy.label(one.skill) for one in bridge.carrying[:2])
            english = taxonomy.occupations[taxonomy.occupation_rows[bridge.occupation]].labels.best((ENGLISH,))
            gates = f" [kræver {', '.join(bridge.missing_credentials)}]" if bridge.missing_credentials else ""
            flag = f"  ABSURD: {'; '.join(broken)}" if broken else ""
            print(f"{number:3} {taxonomy.label(bridge.occupation)} ({english}) {bridge.fit:.2f}{gates}: {first}{flag}")
    print(f"\n{marked} rows marked absurd by the four computable rules")


if __name__ == "__main__":
    main()
