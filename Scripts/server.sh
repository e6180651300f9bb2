#!/bin/sh
# Builds the server beside the program: Scripts/server.sh [debug | release | check]
#
# In the build folder of the package itself all that it needs of Passerelle is built already, and with the same pins it
# stays so. 'check' then starts the server and asks it what strangers would; the tools of others that read the
# specification of its interface are installed into a folder of this checkout, and are not asked if they cannot be.
set -eu
cd "$(dirname "$0")/.."
configuration=${1:-debug}
[ "$configuration" != check ] || configuration=debug
[ ! -f Package.resolved ] || cp Package.resolved Server/
# The plan of the last build is another package's, so it is not taken from there.
swift build -c "$configuration" --package-path Server --scratch-path .build --disable-build-manifest-caching \
  --product passerelle-server
[ "${1:-}" = check ] || exit 0

built=$(swift build --show-bin-path)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
export PASSERELLE_DATA="$work"
"$built/passerelle" stats >/dev/null
"$built/passerelle-server" --port 0 >"$work/log" 2>"$work/errors" &
server=$!
port=
for _ in $(seq 150); do
  port=$(sed -n 's/.*listening at .*:\([0-9]*\)$/\1/p' "$work/errors")
  [ -z "$port" ] || break
  sleep 0.2
done
[ -n "$port" ] || { cat "$work/errors" >&2; exit 1; }
base=http://127.0.0.1:$port
python3 Scripts/server-check.py "$base" "$built/passerelle" "${MUTATIONS:-1000}"

# Nothing of what was asked is in the log.
if grep -E -c 'nqf|Meister|passwd|%' "$work/log" >/dev/null; then
  echo "the log has something of a question in it" >&2
  exit 1
fi

tools=.build-server-check
if ! "$tools/bin/python" -c 'import schemathesis, openapi_spec_validator' 2>/dev/null; then
  python3 -m venv "$tools" && "$tools/bin/pip" install -q schemathesis openapi-spec-validator || {
    echo "the tools cannot be installed here: what they say of the specification was not asked" >&2
    exit 0
  }
fi
curl -sf "$base/v1/openapi.json" >"$work/openapi.json"
"$tools/bin/openapi-spec-validator" "$work/openapi.json"
# One worker, and not its phase 'coverage': on Python 3.11, what names the lambdas of its strategies may fail there.
"$tools/bin/schemathesis" --config-file Scripts/schemathesis.toml run "$base/v1/openapi.json" --url "$base" \
  --phases examples,fuzzing --max-examples "${EXAMPLES:-10}" --workers 1 --suppress-health-check all --seed 19
