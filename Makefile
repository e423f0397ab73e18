# make demo, make test: each sets up what it needs in .venv
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

CLIENT := clients/typescript

.PHONY: setup test demo check client report-check fuzz confined neo4j clean

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

# The static report in a real Chromium: accessibility by axe, 320 px, print. Node 20 or later and Chromium are needed.
report-check: setup
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m tests.browser.report_check $(if $(OUT),--out $(OUT))

# The TypeScript client: generated from the schema, checked, and run against a real service over the demo's data.
client: setup
	cd $(CLIENT) && npm ci --ignore-scripts --no-audit --no-fund
	cd $(CLIENT) && npm run --silent generate && npm run --silent check && npm run --silent build
	$(BIN)/python -m clients.typescript.against_demo

# Queries made from the schema by chance, against the demo's data: docs/api/client.md.
fuzz: setup
	$(BIN)/python -m bench.fuzz

# What the image does without a container engine: another user, no capability, a root that cannot be written to. Linux, root.
confined:
	tests/container/confined.sh

# A Neo4j on port 7687 with the demo data in it; stop with Ctrl-C.
neo4j: setup
	$(BIN)/python -m tests.neo4j_server.server --demo

clean:
	rm -rf .venv .venv-py2neo .neo4j $(CLIENT)/node_modules $(CLIENT)/build $(CLIENT)/src/generated tests/browser/node_modules
