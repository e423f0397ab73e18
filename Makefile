# make demo, make test: each sets up what it needs in .venv
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: setup test demo check neo4j clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(STAMP)

test: setup
	$(BIN)/pytest

demo: setup
	$(BIN)/kompetencebro demo

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# A Neo4j on port 7687 with the demo data in it; stop with Ctrl-C.
neo4j: setup
	$(BIN)/python -m tests.neo4j_server.server --demo

clean:
	rm -rf .venv .venv-py2neo .neo4j
