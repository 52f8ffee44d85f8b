#!/bin/sh
# Builds the core and all figures as Embedded Swift for wasm, runs them in the toolchain's own wasmkit, and
# compares every frame's dump with the native build's.
set -eu
cd "$(dirname "$0")/.."
web=.build-web/wasm32-unknown-none-wasm/release/Survey.wasm
WEB=1 swift build --triple wasm32-unknown-none-wasm -c release --scratch-path .build-web --product Survey --quiet
swift build -c release --product Survey --quiet
wasmkit run "$web" > .build-web/survey.wasm.txt
"$(swift build -c release --show-bin-path)/Survey" > .build-web/survey.native.txt
if ! cmp -s .build-web/survey.wasm.txt .build-web/survey.native.txt; then
  echo "wasm: these frames differ from the native ones:" >&2
  diff .build-web/survey.native.txt .build-web/survey.wasm.txt | head -20 >&2
  exit 1
fi
echo "wasm: $(wc -l < .build-web/survey.native.txt) frames equal to the native ones, $(wc -c < "$web") bytes"
