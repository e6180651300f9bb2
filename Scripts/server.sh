#!/bin/sh
# Builds the server in the folder of the package's own build, where all that it depends on of Passerelle is built
# already, and prints where the program is.
set -eu
cd "$(dirname "$0")/.."
configuration=${1:-debug}
cp Package.resolved Server/ 2>/dev/null || true
# The plan of the last build is another package's, so it is not taken from there.
swift build -c "$configuration" --package-path Server --scratch-path .build --disable-build-manifest-caching --product passerelle-server >&2
swift build -c "$configuration" --show-bin-path
