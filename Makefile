# One file says how everything is built, tried and proved: `make help`.
#
# Only Python 3.11 and make are expected. Everything else goes into .venv
# (Node included), or, where `make test` runs as root on Debian, is installed
# from Debian. Stamp files inside .venv and node_modules keep a repeated run from
# installing again; removing .venv starts afresh.

PORT ?= 5000
SYNCD_PORT ?= 5006
PYTHON ?= $(shell command -v python3.11 || command -v python3)
ARGS ?=
WORKERS ?= 3

VENV := $(CURDIR)/.venv
PY := $(VENV)/bin/python
# Twice quiet: errors only.
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
export PATH := $(VENV)/bin:$(PATH)

DEMO_READY := $(VENV)/.ready-demo
DEV_READY := $(VENV)/.ready-dev
NODE_READY := browser/node_modules/.ready

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:


## For a newcomer

.PHONY: help
help: ## Say what can be made
	@sed -n -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r target text; do printf '%-20s %s\n' "$$target" "$$text"; done

.PHONY: demo
demo: $(DEMO_READY) ## Run the example site on PORT (5000) with syncd on SYNCD_PORT (5006)
	@PORT=$(PORT) SYNCD_PORT=$(SYNCD_PORT) exec $(PY) examples/flask_starter/demo.py

.PHONY: test
test: $(DEV_READY) debian ## Prove everything (some 10 minutes on 2 cores)
	@$(MAKE) --no-print-directory -j2 --output-sync=target lint typecheck browser-check
	@$(MAKE) --no-print-directory pytest SPREAD="--numprocesses=$(WORKERS) --dist=worksteal"


## The parts of `make test`

.PHONY: lint
lint: $(DEV_READY) ## Check style and layers of the Python code
	ruff check .
	ruff format --check .
	lint-imports

.PHONY: typecheck
typecheck: $(DEV_READY) ## Check the types of the Python code
	mypy
	mypy tools/*.py
	mypy tests/typing

.PHONY: browser-check
browser-check: $(NODE_READY) ## Check and test the TypeScript code; prove the committed bundle
	cd browser && npm run --silent check
	cd browser && npm test --silent
	cd browser && npm run --silent size
	@$(PY) tools/prove_bundle.py

.PHONY: pytest
pytest: $(DEV_READY) $(NODE_READY) ## Run the Python tests; choose some with ARGS="-k slider"
	@$(PY) -m pytest $(SPREAD) $(ARGS)

.PHONY: debian
debian: # Install the real programs that tests drive: chromium and nginx
	@sh tools/debian.sh chromium:chromium chromium-headless-shell:chromium-headless-shell \
		nginx:nginx-light openssl:openssl


## For those who change the code

.PHONY: browser
browser: $(NODE_READY) ## Build the browser bundle into syncd/static
	cd browser && npm run --silent build

.PHONY: format
format: $(DEV_READY) ## Format the Python code and fix what can be fixed
	ruff check --fix .
	ruff format .

.PHONY: docs
docs: $(DEV_READY) ## Write the pages of docs/ that derive from the code
	$(PY) tools/settings_page.py
	$(PY) tools/reference_pages.py

.PHONY: costs
costs: $(DEV_READY) ## Make what messages and sessions cost now the measure of the tests
	$(PY) tools/costs.py --write

.PHONY: lowest
lowest: $(DEV_READY) ## Run the Python tests with the lower bounds of pyproject.toml
	$(PYTHON) -m venv --clear build/lowest
	$(PY) tools/lowest.py >build/lowest/bounds.txt
	grep -E '^(hypothesis|playwright|pytest|supervisor|tornado|hatchling|build)' \
		requirements-dev.txt >build/lowest/tools.txt
	build/lowest/bin/python -m pip install --quiet \
		--requirement build/lowest/bounds.txt --requirement build/lowest/tools.txt
	build/lowest/bin/python -m pip install --quiet --no-deps --no-build-isolation \
		--editable .
	build/lowest/bin/python -m pytest $(ARGS)

.PHONY: screenshot
screenshot: $(DEV_READY) debian ## Renew the screenshot in the README
	$(PY) tools/screenshot.py docs/images/sliders.png

.PHONY: bench
bench: $(DEV_READY) ## Measure against the Bokeh server (40 minutes; leave the machine alone)
	@$(PY) -m benchmarks $(ARGS)

.PHONY: bench-quick
bench-quick: $(DEV_READY) ## The same, short and rough (3 minutes)
	@$(PY) -m benchmarks --quick $(ARGS)

.PHONY: bench-browser
bench-browser: $(DEV_READY) debian ## Measure figures in Chromium, Bokeh's beside (6 minutes; leave it alone)
	@$(PY) -m benchmarks.browser $(ARGS)

.PHONY: wheel
wheel: $(DEV_READY) ## Build the wheel into dist
	$(PY) -m build --wheel --no-isolation

.PHONY: clean
clean: ## Remove everything that was built or installed
	rm -rf .venv build dist browser/node_modules
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +


# The environment

$(PY):
	@sh tools/environment.sh "$(PYTHON)" "$(VENV)"

$(DEMO_READY): pyproject.toml requirements-dev.txt | $(PY)
	@echo "Installing DocSync into .venv"
	@$(PIP) install --constraint requirements-dev.txt --editable '.[examples]'
	@touch $@

$(DEV_READY): pyproject.toml requirements-dev.txt tools/link_node.py | $(PY)
	@echo "Installing the tools of the build into .venv"
	@$(PIP) install --requirement requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PY) tools/link_node.py
	@touch $@ $(DEMO_READY)

$(NODE_READY): browser/package.json browser/package-lock.json | $(DEV_READY)
	@echo "Installing the tools of the browser build into browser/node_modules"
	@cd browser && npm ci --silent --no-audit --no-fund
	@touch $@
