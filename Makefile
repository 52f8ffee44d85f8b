# `make` builds the command and renders every figure; `make help` says what else there is.

PREFIX ?= /usr/local
OUT ?= Output
lantern := .build/release/lantern
sources := Sources Tests Scenes Bench Package.swift

.PHONY: bench all build render test lint wasm check install clean help setup

all: render
	@echo "The command: $(lantern)"
	@echo "All pictures: $(OUT)/index.html"

build: setup
	@swift build -c release --product lantern

# Stills as drawings and pixels, the rest of every beat, stories that move, to print and in words, one sequence a figure,
# and a page to look at them.
both := --theme light --theme dark --locale en --locale zh
render: build
	@$(lantern) render --all --mode all --locale en --locale zh --format svg --out $(OUT)
	@$(lantern) fonts --out $(OUT)
	@$(lantern) render --all --mode all $(both) --format svg-outlines --format png --out $(OUT)
	@$(lantern) render --all --mode all $(both) --format png --at beats --out $(OUT)
	@$(lantern) render --all --locale en --locale zh --format svg-animated --format storyboard --format transcript \
	  --out $(OUT)
	@$(lantern) render --all --format frames --width 960 --fps 30 --out $(OUT)
	@$(lantern) gallery --out $(OUT)

test: setup-test lint wasm check
	@swift build
	@PATH="$(CURDIR)/.build-readers/bin:$$PATH" swift test

lint: setup
	@swift format lint --strict --recursive $(sources)

check: build
	@$(lantern) check

wasm: setup
	@sh .ci/wasm.sh

# Times Lantern beside other programs, and writes docs/performance.md.
bench: setup
	@swift build -c release --product lantern-bench
	@swift build -c release --product lantern
	@python3 -B Bench/bench.py $(ROUNDS)

install: build
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(lantern) "$(DESTDIR)$(PREFIX)/bin/lantern"
	@echo "$(DESTDIR)$(PREFIX)/bin/lantern"

clean:
	@rm -rf .build .build-web $(OUT)

setup:
	@sh .ci/setup.sh

.PHONY: setup-test
setup-test:
	@sh .ci/setup.sh test
	@sh .ci/readers.sh

help:
	@echo "make                      install what is missing, build, render every figure into $(OUT)"
	@echo "make build                only the command, $(lantern)"
	@echo "make test                 lint, wasm, check, and all tests"
	@echo "make check                look for what is wrong with figures"
	@echo "make lint                 the format of the sources"
	@echo "make wasm                 build the figures for wasm and compare their frames with the native ones"
	@echo "make bench [ROUNDS=3]     time Lantern beside other programs and write docs/performance.md"
	@echo "make install PREFIX=DIR   copy the command to DIR/bin (default $(PREFIX))"
	@echo "make clean                delete what was built and rendered"
