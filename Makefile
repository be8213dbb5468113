# Everything that a person or a CI types. `make help` lists it.

PYTHON ?= python3
VENV := .venv
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
NODE := node_modules/.package-lock.json
PEERS := benchmarks/.tools
FUZZ := tests/fuzz/.tools
SUPPLY := tests/supply/.tools
PIP_INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

PYTEST := $(VENV)/bin/pytest -n 2 --dist loadfile --no-loadscope-reorder
IN_MEMORY = $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 { print "TMPDIR=/dev/shm" }')

UNASKED := { echo 'Something is known, or nobody could be asked: what stands above says which.' >&2; exit 1; }

.DEFAULT_GOAL := site
.PHONY: site pdf serve check test fuzz security bench profile licences sbom audit lint lock system clean help

site: $(RUNTIME) ## Build the website into site/ (needs Python 3.11 or newer, nothing else)
	@$(VENV)/bin/python build.py

pdf: $(RUNTIME) ## The same with a PDF of each report and of the ledger (needs Pango and a Chinese font)
	@.ci/system pdf
	@$(VENV)/bin/python build.py --pdf

serve: $(RUNTIME) ## Show the website on this computer and reload it after each save
	@$(VENV)/bin/python build.py serve

# Thousands of small sites are made in memory, where there is room. The tests of a file share what is slow to make, so one
# worker has them all; tests/conftest.py says which come first.
check: $(DEV) lint ## Lint, types and unit tests, in less than a minute
	$(IN_MEMORY) $(PYTEST) -m "not slow" --hypothesis-profile quick

# What takes the time that pages need has the machine to itself.
test: $(DEV) system $(NODE) $(SUPPLY)/.ready lint ## Everything, in real browsers too; installs what it needs where it may
	$(IN_MEMORY) $(PYTEST) -m "not alone"
	$(IN_MEMORY) $(VENV)/bin/pytest -m alone

fuzz: $(DEV) $(FUZZ)/.ready ## Try bytes that nobody foresaw on all that reads any, for 300 s; ARGS=3600 for longer
	PYTHONPATH=$(FUZZ) $(VENV)/bin/python -m tests.fuzz.run $(or $(ARGS),300)

# The builds that it kills and the pages that it reads meanwhile have the machine to themselves.
security: $(DEV) system ## Run the tests of SECURITY.md's table and write there what they measured, as of ARGS=2026-11-23
	@$(if $(ARGS),,echo 'Say the day: make security ARGS=2026-11-23' >&2; exit 2)
	$(VENV)/bin/python -m tests.supply.found $(ARGS)

bench: $(RUNTIME) $(PEERS)/.ready ## Measure it beside Hugo and Eleventy; ARGS='--sizes 25000' and more: benchmarks/README.md
	$(VENV)/bin/python -m benchmarks.run $(ARGS)

profile: $(RUNTIME) ## Say where the time of a build goes; ARGS=500 for so many records
	$(VENV)/bin/python -m benchmarks.profile $(ARGS)

licences: $(DEV) $(SUPPLY)/.ready ## List in docs/licences.md under which licence each package is that a lock file names
	$(VENV)/bin/python -m tests.supply.licences --write

sbom: $(DEV) $(SUPPLY)/.ready ## Write what builds a site and what tests it from npm, with hashes, as CycloneDX into dist/ (needs npm 10)
	$(VENV)/bin/python -m tests.supply.sbom dist

# No part of the tests: what is known changes from day to day, and is only known elsewhere.
audit: $(SUPPLY)/.ready ## Ask the registries' databases for known vulnerabilities; needs the network
	@all=yes; $(SUPPLY)/bin/pip-audit --strict --disable-pip --requirement requirements-dev.lock || all=no; \
		npm audit --package-lock-only || all=no; [ $$all = yes ] || $(UNASKED)

lint: $(DEV)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

lock: ## Renew the lock files (needs uv and npm)
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	npm install --package-lock-only
	$(LOCK) --output-file benchmarks/requirements.txt benchmarks/requirements.in
	$(LOCK) --output-file tests/fuzz/requirements.txt tests/fuzz/requirements.in
	$(LOCK) --output-file tests/supply/requirements.txt tests/supply/requirements.in
	cd benchmarks && npm install --package-lock-only --omit-lockfile-registry-resolved

clean: ## Remove everything that make has made
	rm -rf $(PEERS) $(FUZZ) $(SUPPLY) site .site.* dist node_modules $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

# The tests' environment is the site's with more in it, at the same versions: one .venv serves both.

$(RUNTIME): requirements.lock
	@PYTHON='$(PYTHON)' .ci/system python
	$(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(PIP_INSTALL) -r requirements-dev.lock
	@touch $@

system:
	@.ci/system tests

$(NODE): package-lock.json | system
	npm ci
	@touch $@

# What the benchmarks compare with, at one version for everybody; the site and its tests need none of it.
$(PEERS)/.ready: benchmarks/requirements.txt benchmarks/package-lock.json | $(RUNTIME)
	rm -rf $(PEERS)
	$(PIP_INSTALL) --no-deps --target $(PEERS)/python -r benchmarks/requirements.txt
	mkdir $(PEERS)/node
	cp .npmrc benchmarks/package.json benchmarks/package-lock.json $(PEERS)/node
	cd $(PEERS)/node && npm ci
	@touch $@

# What fuzzes, and what looks at packages: neither the site nor its tests need them.
$(FUZZ)/.ready: tests/fuzz/requirements.txt | $(RUNTIME)
	rm -rf $(FUZZ)
	$(PIP_INSTALL) --no-deps --target $(FUZZ) -r $<
	@touch $@

$(SUPPLY)/.ready: tests/supply/requirements.txt | $(RUNTIME)
	$(PYTHON) -m venv --clear $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
