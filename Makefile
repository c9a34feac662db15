# Open Canva: the two commands are `make run` and `make test`; `make help` lists the others.
.DEFAULT_GOAL := help
.PHONY: help run test check format web web-test bench lock reference setup setup-dev clean
PYTHON ?= python3
export PYTHON
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

help: ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: setup ## set up what is missing and start Open Canva (Ctrl-C stops it)
	@exec $(BIN)/opencanva run

test: setup-dev check web-test ## set up what is missing and run every check and test
	@scripts/chromium.sh >/dev/null
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

check: setup-dev ## linters and types, the quick ones first
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python scripts/reference.py --check
	$(BIN)/python hatch_build.py npm run gen -- --check
	$(BIN)/python hatch_build.py npm run check

format: setup-dev ## write Python and TypeScript the way the checks want it
	$(BIN)/ruff check --fix-only -q .
	$(BIN)/ruff format -q .
	$(BIN)/python hatch_build.py npm run format

web: setup ## build the web app when its sources changed

web-test: setup-dev ## the web app's own tests
	$(BIN)/python hatch_build.py npm run test

bench: setup-dev ## make the data, measure, print the table
	$(BIN)/python -m bench $(ARGS)

reference: setup-dev ## write docs/reference and the web app's types of the API anew
	$(BIN)/python scripts/reference.py
	$(BIN)/python hatch_build.py npm run gen

lock: setup-dev ## pin the dependencies anew; ARGS=--upgrade takes newer ones
	$(COMPILE) $(ARGS) pyproject.toml --extra postgres --extra openai --extra google --group dev -o requirements-dev.lock
	$(COMPILE) $(ARGS) pyproject.toml --extra postgres --extra openai --extra google -c requirements-dev.lock -o requirements.lock
	$(COMPILE) $(ARGS) scripts/build.in -c requirements-dev.lock -o requirements-build.lock

setup:
	@scripts/setup.sh base

setup-dev:
	@scripts/setup.sh dev

clean: ## remove everything that was made here; your pictures are elsewhere and stay
	rm -rf .venv web/node_modules src/opencanva/_web dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
