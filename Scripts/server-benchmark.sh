#!/bin/sh
# Measures the release build of the server beside a program of the same framework that answers a constant of the same
# length, and beside datasette on the same store, with wrk (Debian: wrk) on the same machine:
#   Scripts/server-benchmark.sh [SECONDS [MINUTES]]
# SECONDS is how long each measurement takes, MINUTES how long the memory is watched.
set -eu
cd "$(dirname "$0")/.."
command -v wrk >/dev/null || { echo "there is no 'wrk' here (Debian: wrk)" >&2; exit 1; }
Scripts/server.sh release
swift build -c release --package-path Server --scratch-path .build --disable-build-manifest-caching \
  --product ConstantServer
tools=.build-server-check
if [ ! -x "$tools/bin/datasette" ]; then
  { [ -x "$tools/bin/pip" ] || python3 -m venv "$tools"; } && "$tools/bin/pip" install -q datasette ||
    echo "datasette cannot be installed here: it is left out" >&2
fi
python3 Scripts/server-benchmark.py "$(swift build -c release --show-bin-path)" "${1:-10}" "${2:-10}" \
  "$tools/bin/datasette"
