"""A compiled release as a store keeps it."""

import pytest

from graph.errors import StoreError
from graph.ontology import LiveOntology
from graph.store.taxonomy_codec import release_of, release_parts


def test_a_release_that_an_earlier_version_compiled_says_to_import_it_again(live: LiveOntology) -> None:
    parts = dict(release_parts(live.taxonomy, live.derived))
    earlier = {name: data for name, data in parts.items() if not name.startswith("derived.alike")}

    with pytest.raises(StoreError, match="run `ontology import` again"):
        release_of(earlier)


def test_what_is_derived_comes_back_as_it_was(live: LiveOntology) -> None:
    _, derived = release_of(release_parts(live.taxonomy, live.derived))

    kept = derived.arrays()
    assert {name: array.tolist() for name, array in live.derived.arrays().items()} == {
        name: array.tolist() for name, array in kept.items()
    }
