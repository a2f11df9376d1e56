# One line of help stands behind each target; `make help` prints them.
PYTHON ?= python3
PYTHONS ?= python3.11 python3.12 python3.13
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := build
.PHONY: help setup setup-test build serve check lint test pythons audit faults fuzz mutants check-data bench validate accept lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

setup: $(VENV)/installed .fonts/installed ## set up what is missing: the Python environment and the fonts

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.fonts/installed: theme/fonts.yml | $(VENV)/installed
	$(BIN)/zhengben fonts
	@touch $@

setup-test: ## install what the tests need and only root may install: browser, office suite, PDF tools
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$(grep -v '^#' tests/debian-packages.txt)

build: setup ## build the reference bureau into dist/ (the default)
	$(BIN)/zhengben build

serve: setup ## preview the site; an edit in data/, content/ or theme/ shows in the browser
	$(BIN)/zhengben serve

check: lint test ## lint, types, layers, tests: exactly what CI runs

lint: setup ## style, types and layers of the code
	$(BIN)/ruff format --check generator tests
	$(BIN)/ruff check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup ## run the tests
	$(BIN)/pytest --numprocesses auto --dist loadfile

pythons: setup ## run the tests on every supported Python that is installed, and say which is not
	@for python in $(PYTHONS); do \
	  if command -v $$python >/dev/null; then $(MAKE) test PYTHON=$$python VENV=.venv-$$python || exit 1; \
	  else echo "$$python is not installed: not tested"; fi; done

audit: setup ## compare the pinned dependencies with the public lists of known vulnerabilities; needs the network
	$(BIN)/uv tool run pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict --progress-spinner off

faults: setup ## kill a build of every output, and a rollback, at each file-system event, and do it again
	$(BIN)/python -m tests.bench.faults

fuzz: setup ## give every reader 100,000 random inputs
	$(BIN)/python -m tests.bench.fuzzing

check-data: setup ## check the reference bureau's data and prose
	$(BIN)/zhengben check

.bench/installed: tests/bench/requirements.txt
	$(PYTHON) -m venv .bench
	.bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

bench: setup .bench/installed ## measure speed and memory, side by side with other engines, as ratios
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.changing

.mutants/installed: tests/mutants/requirements.txt requirements.lock
	$(PYTHON) -m venv .mutants
	.mutants/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r $<
	@touch $@

mutants: setup .mutants/installed ## put small faults into the code that compares and weighs; see whether the tests find them
	.mutants/bin/python -m tests.mutants

validate: setup ## have the Nu Html Checker read every page; needs npm and Java
	$(BIN)/python -m tests.browser.validate

accept: setup ## rewrite generated documents, schemas and golden files; read the difference before committing
	$(BIN)/zhengben schema
	$(BIN)/pytest --accept tests

lock: ## pin the dependencies again, with hashes
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header --extra dev -o requirements.lock pyproject.toml

clean: ## remove what was built; the environment and the fonts stay
	rm -rf dist .releases build .cache
