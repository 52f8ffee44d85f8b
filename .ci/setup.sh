#!/bin/sh
# Checks for what Lantern needs and installs what is missing with apt-get; elsewhere says what to install.
# With the word "test", also for the programs that tests read documents with.
set -eu

# Debian package, pkg-config name, least version that is tested.
libraries="
  libcairo2-dev cairo-ft 1.16.0
  libisal-dev libisal 2.30.0
  libssl-dev libcrypto 3.0.0
  libharfbuzz-dev harfbuzz 6.0.0
  libharfbuzz-dev harfbuzz-subset 6.0.0
  libbrotli-dev libbrotlienc 1.0.9
  libwebp-dev libwebpmux 1.2.4
  libwebp-dev libwebpdemux 1.2.4
  zlib1g-dev zlib 1.2.13
"
# Programs that are run; only videos need this one.
programs="ffmpeg"
fonts="fonts-inter fonts-jetbrains-mono fonts-noto-cjk fonts-dejavu-core"
readers=""
if [ "${1:-}" = test ]; then readers="poppler-utils librsvg2-bin chromium texlive-latex-base python3-venv pngcheck python3-pil"; fi

# Prints the Debian packages that are missing.
missing() {
  command -v pkg-config > /dev/null || echo pkg-config
  echo "$libraries" | while read -r package library version; do
    [ -z "$package" ] || pkg-config --atleast-version="$version" "$library" 2> /dev/null || echo "$package"
  done | sort -u
  # Elsewhere the command itself says which font it does not find.
  if command -v dpkg-query > /dev/null; then
    for package in $fonts $programs $readers; do
      dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || echo "$package"
    done
  fi
}

if ! command -v swift > /dev/null; then
  echo "setup: Lantern needs a Swift toolchain, 6.2 or newer: https://www.swift.org/install" >&2
  exit 1
fi

wanted=$(missing | tr '\n' ' ')
[ -n "$wanted" ] || exit 0

if ! command -v apt-get > /dev/null; then
  echo "setup: please install what these Debian packages hold: $wanted" >&2
  echo "setup: and the fonts Inter 4.0, JetBrains Mono, Noto Sans CJK SC and DejaVu Sans ($fonts)" >&2
  exit 1
fi

sudo=""
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo > /dev/null; then
    echo "setup: as root, run: apt-get install $wanted" >&2
    exit 1
  fi
  sudo=sudo
fi
echo "setup: installing with ${sudo:+sudo }apt-get: $wanted"
$sudo apt-get update -qq
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted > /dev/null

still=$(missing | tr '\n' ' ')
if [ -n "$still" ]; then
  echo "setup: this system's packages are too old or missing: $still" >&2
  echo "setup: Lantern needs at least:" >&2
  echo "$libraries" | while read -r package library version; do
    [ -z "$package" ] || echo "  $library $version ($package), here: $(pkg-config --modversion "$library" 2> /dev/null || echo none)" >&2
  done
  exit 1
fi
