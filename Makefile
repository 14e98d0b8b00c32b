# Every target first installs what it needs, so that a fresh clone needs nothing but Python 3.11 and make.

PYTHON ?= python3
BOOTSTRAP := $(PYTHON) -m tools.setup.bootstrap
# Node may lie in the virtual environment; what starts with it must find it there.
IN_VENV := PATH="$(CURDIR)/.venv/bin:$$PATH"
RUN := $(IN_VENV) .venv/bin/python -m
PORT ?= 8000
WORKERS ?= 2
QUICK := tests/policies tests/importer tests/yours tests/wasm_checker/core tests/macros/kit tests/macros/tables tests/macros/analysis tests/macros/compare tests/test_readme.py
SUCCESSOR ?= properdocs

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
# `make test ALLOW_NO_BROWSER=1` as well as in the environment
export ALLOW_NO_BROWSER

.DEFAULT_GOAL := help
.PHONY: help serve quick test test-slow test-browsers prove coverage-rules site lint check format reuse yours bench-pages bench-lighthouse bench-start bench-host bench-core pictures lock successor clean base pyodide-build release reproduce

help: ## list the commands
	@awk -F ':.*## ' '/^##@ / { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "make test ALLOW_NO_BROWSER=1   passes without a browser; the browser tests are then reported as not run"

base:
	@$(BOOTSTRAP) base

##@ For everyone 人人可用

serve: base ## serve on 127.0.0.1:8000 and rebuild on changes (PORT=8001 for another port)
	@exec env $(RUN) tools.serve --port $(PORT)

test: ## build the site and run every test, in a real browser too
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder --durations=25

##@ For who writes data or code, all day 改数据、改代码时

quick: ## data, core and tables: no browser, no site, under a minute
	@$(BOOTSTRAP) test
	@$(RUN) wasm_checker check
	@$(RUN) pytest -q -n $(WORKERS) -m "not site and not slow and not long and not shaped" $(QUICK)

lint: ## check the code: style, types (Python and scripts), imports between the packages, workflows, spelling
	@$(BOOTSTRAP) test
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(IN_VENV) .venv/bin/lint-imports --no-logo
	$(RUN) yamllint --strict .
	$(IN_VENV) .venv/bin/actionlint -no-color .github/workflows/*.yml
	$(IN_VENV) .venv/bin/zizmor --quiet --offline --no-progress .github
	$(RUN) codespell_lib
	$(IN_VENV) node_modules/.bin/prettier --check --log-level warn .
	$(IN_VENV) node_modules/.bin/eslint .
	$(RUN) wasm_checker.build.script_types --out .cache/types
	$(IN_VENV) node_modules/.bin/tsc --build
	$(IN_VENV) node_modules/.bin/stylelint --allow-empty-input '**/*.css'

format: ## rewrite the code in the one style
	@$(BOOTSTRAP) test
	$(RUN) ruff check --fix
	$(RUN) ruff format
	$(IN_VENV) node_modules/.bin/eslint --fix .
	$(IN_VENV) node_modules/.bin/stylelint --allow-empty-input --fix '**/*.css'
	$(IN_VENV) node_modules/.bin/prettier --write --log-level warn .

coverage-rules: ## show for every test of a fact in the rules whether the cases decide it both ways (MC/DC)
	@$(BOOTSTRAP) test
	@$(RUN) tests.proof.coverage

reuse: base ## how well reused words are found, against the pairs judged by hand
	$(RUN) macros.reuse

yours: base ## how well a reader's own text is compared, each of the five left out in turn
	$(RUN) yours

##@ Before a release 发布以前

site: base ## build the site into site/
	$(RUN) tools.build.assets
	$(RUN) tools.build.steps site
	$(RUN) tools.build.compress site
	$(RUN) tools.release.sums site

check: lint ## lint, validate the data, judge the cases and build the site; no browser
	$(RUN) wasm_checker check
	@$(MAKE) --no-print-directory site

release: site ## put the site with a first page and its sums into dist/, as a zip that opens from a folder
	$(RUN) tools.release.pack site --out dist

reproduce: base ## build the site twice in different surroundings and compare every byte (minutes)
	$(RUN) tools.release.twice

prove: ## prove at length: solver, brute force, every mutant, MC/DC, 2,000 damaged inputs; what `make test` samples, whole (an hour)
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	$(RUN) tests.proof.prove
	$(RUN) tests.proof.mutation
	$(RUN) tests.proof.implications
	$(RUN) tests.proof.edited
	$(RUN) tests.proof.coverage
	$(RUN) tests.proof.fuzz
	$(RUN) pytest -q -n $(WORKERS) --dist loadscope --no-loadscope-reorder -m long

pyodide-build: base ## build and check the wheel of the rules with pyodide-build (Python 3.12 or later in PATH; reaches a code host)
	$(RUN) tools.build.pyodide_wheel

test-browsers: ## the checker in Firefox and WebKitGTK (offline, print, update, Back, reload too), all pages in Chromium 80 and 88 (as root, installs them)
	@$(BOOTSTRAP) engines
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.browsers

test-slow: ## the checker over a line of 1.6 Mbit/s on a processor slowed fourfold
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) pytest -m shaped

##@ Measuring 测量

bench-start: ## how soon the checker answers, beside unmodified Pyodide on a bare page: bytes, verdict, Python, long tasks
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.bench_start

bench-pages: ## time and weight of the comparison pages, beside a bare page of the theme
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.bench_pages

bench-lighthouse: ## Lighthouse as a phone on a page of each type, from a server that compresses
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.lighthouse

bench-host: ## requests a second of nginx, Apache and Caddy beside a bare page; requests and bytes of each type of page, twice (as root, installs them)
	@$(BOOTSTRAP) host
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.bench_host

bench-core: ## set the rule core beside other rule engines: speed as ratios, cost of an answer, questions to certainty
	@$(BOOTSTRAP) bench
	@PYTHONPATH="$(CURDIR)/.venv/bench" $(RUN) tools.measure.bench

##@ Upkeep 维护

pictures: ## take the README's two pictures anew from the built site
	@$(BOOTSTRAP) browser
	@$(MAKE) --no-print-directory site
	@$(RUN) tools.measure.pictures

lock: ## resolve the four requirements*.lock and package-lock.json anew
	@$(BOOTSTRAP) lock

# Whatever is newest: this is to learn early what a move off mkdocs would break.
successor: base ## build the site with a successor of mkdocs, and say what works (SUCCESSOR=properdocs, materialx or zensical)
	$(RUN) tools.build.assets
	@$(RUN) tools.successor $(SUCCESSOR)

clean: ## remove what was built and cached; .venv and node_modules stay
	rm -rf site dist docs/assets/checker docs/assets/face docs/assets/vendor docs/data .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./.venv -prune -o -path ./node_modules -prune -o -name __pycache__ -type d -exec rm -rf {} +
