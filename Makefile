# make site builds the site, make test proves it. They need make, git and Python 3.11 or newer, nothing else.
# Works with GNU make 3.81, which macOS has.

VENV := .venv
PYTHON_IN_VENV := $(VENV)/bin/python
CONSTRAINTS := .ci/constraints.txt
PIP_INSTALL := $(PYTHON_IN_VENV) -m pip install -qq --constraint $(CONSTRAINTS)
PORT ?= 8000

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Material's advertisement for its successor; docs/develop/decisions has the answer.
export NO_MKDOCS_2_WARNING := 1
export PYTHON

.PHONY: site serve test bench constraints screenshot clean

# The build itself checks the lessons before it touches the old site.
site: $(VENV)/.site-ready
	@$(PYTHON_IN_VENV) -m mkdocs build --strict
	@echo "The site is in site/. Look at it with: make serve"

serve: $(VENV)/.site-ready
	@$(PYTHON_IN_VENV) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# All three run even if the first fails; pytest's last line stands at the end.
test: $(VENV)/.test-ready
	@CHROMIUM="$$($(PYTHON_IN_VENV) tests/browser/get_chromium.py)" && export CHROMIUM; \
	failed=""; \
	$(PYTHON_IN_VENV) -m ruff check || failed="$$failed ruff"; \
	$(PYTHON_IN_VENV) -m mypy || failed="$$failed mypy"; \
	$(PYTHON_IN_VENV) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal || failed="$$failed pytest"; \
	if [ -n "$$failed" ]; then echo "make test: failed:$$failed" >&2; exit 1; fi

bench: $(VENV)/.bench-ready
	@CHROMIUM="$$($(PYTHON_IN_VENV) tests/browser/get_chromium.py)" && export CHROMIUM; \
	$(PYTHON_IN_VENV) -m tests.bench

constraints: | $(PYTHON_IN_VENV)
	@$(PYTHON_IN_VENV) .ci/constraints.py $(CONSTRAINTS)

# The README's picture, taken from the site as it is built now.
screenshot: $(VENV)/.test-ready site
	@$(PYTHON_IN_VENV) tests/browser/screenshot.py

clean:
	rm -rf $(VENV) site .cache build *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(PYTHON_IN_VENV):
	@python="$$(.ci/find-python)" && \
	echo "Making $(VENV) with $$("$$python" --version)" && \
	{ "$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }; }

# The build backend is installed first and used as it is, so that it is pinned like everything else.
$(VENV)/.site-ready: pyproject.toml $(CONSTRAINTS) $(PYTHON_IN_VENV)
	@echo "Installing what the site needs"
	@$(PIP_INSTALL) setuptools
	@$(PIP_INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-ready: $(VENV)/.site-ready
	@echo "Installing what the tests need"
	@$(PIP_INSTALL) --no-build-isolation --editable ".[test]"
	@touch $@

$(VENV)/.bench-ready: $(VENV)/.site-ready
	@echo "Installing what the benchmarks need"
	@$(PIP_INSTALL) --no-build-isolation --editable ".[bench]"
	@touch $@
