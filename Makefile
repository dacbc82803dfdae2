# Two commands are enough: `make demo` and `make test`. Each sets up all that it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
# What is there already on a developer's machine is used as it is: pip's own caches make a second run quick.
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint quality bench screenshots lock clean

help:  ## show these lines
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/run.done: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.done: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.done

demo: $(VENV)/run.done  ## build the graph of examples/ and say where to look
	$(BIN)/demandgraph build examples --out demo
	$(BIN)/demandgraph ask demo who-demands-what --limit 12
	@echo
	@echo "Open  demo/explorer.html  in a browser, or ask:  $(BIN)/demandgraph ask demo --list"

test: $(VENV)/dev.done  ## run the whole test suite
	sh scripts/install-browser.sh
	sh scripts/install-virtuoso.sh
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/dev.done  ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(VENV)/run.done  ## score the extraction on the annotated documents
	$(BIN)/python scripts/quality.py

bench: $(VENV)/dev.done  ## run the benchmarks (not part of CI)
	for b in benchmarks/*.py; do $(BIN)/python $$b; done

screenshots: $(VENV)/dev.done  ## pictures of the explorer for the README
	sh scripts/install-browser.sh
	$(BIN)/python scripts/screenshots.py

lock:  ## renew the lock files from pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		pyproject.toml scripts/build-requirements.in -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--group dev pyproject.toml scripts/build-requirements.in -c requirements.lock -o requirements-dev.lock

clean:  ## remove what the other targets made
	rm -rf $(VENV) demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
