# Two commands on a fresh machine: `make demo` and `make test`. Both set up .venv when it is missing
# or out of date, and say nothing about it when it is not.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEER := .venv-bench
PEER_READY := $(PEER)/.ready
BENCH :=

.PHONY: demo test check setup docs bench bench-large clean
.DEFAULT_GOAL := demo

demo: $(READY)
	@$(BIN)/claimtrack demo

test: $(READY)
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports --no-logo) || { echo "$$said"; exit 1; }
	@$(BIN)/pytest -n auto

setup: $(READY)

docs: $(READY)
	@$(BIN)/python docs/build.py

# BENCH passes more on: make bench BENCH="--claims FILE --truth FILE", or BENCH=--no-peer
bench: $(READY) $(PEER_READY)
	@$(BIN)/python -m tests.bench $(BENCH)

bench-large: $(READY) $(PEER_READY)
	@$(BIN)/python -m tests.bench --large $(BENCH)

$(PEER_READY): constraints-bench.txt
	@echo "Setting up $(PEER) with Splink, once ..." >&2
	@$(PYTHON) -m venv $(PEER)
	@$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --constraint constraints-bench.txt '.[bench]'
	@touch $(PEER_READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "claimtrack needs Python 3.11 or newer; name one with make PYTHON=python3.11"; exit 1; }
	@echo "Setting up $(VENV), once ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

clean:
	@rm -rf $(VENV) $(PEER) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
