#!/bin/sh
# Reconciles 1,000 dirty titles in the real OpenRefine, extends them by three columns, and holds the result
# to what the command line says. Where OpenRefine cannot be installed, nothing is tried, and that is said.
#
#   Scripts/openrefine.sh [PASSERELLE [PASSERELLE-SERVER]]
set -eu
cd "$(dirname "$0")/.."
passerelle=${1:-.build/debug/passerelle}
server=${2:-$(dirname "$passerelle")/passerelle-server}

if ! command -v openrefine >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -y -q --no-install-recommends openrefine >/dev/null 2>&1 ||
    { apt-get update -q && apt-get install -y -q --no-install-recommends openrefine; } >/dev/null 2>&1 || true
fi
if ! command -v openrefine >/dev/null; then
  echo "there is no OpenRefine here (Debian: openrefine): it was not asked" >&2
  exit 0
fi
if ! [ -x "$server" ]; then
  echo "there is no '$server'; build it with Scripts/server.sh" >&2
  exit 1
fi

work=$(mktemp -d)
pids=""
finish() {
  status=$?
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  [ "$status" = 0 ] || tail -n 20 "$work"/*.log >&2
  rm -rf "$work"
}
trap finish EXIT
export PASSERELLE_DATA="$work/data"
"$passerelle" stats >/dev/null

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
served=$(free_port)
refined=$(free_port)
"$server" --port "$served" >"$work/server.log" 2>&1 &
pids="$pids $!"
# Not by /usr/bin/openrefine, which would leave a process behind: a child of the script must be OpenRefine itself.
(cd /usr/share/openrefine && exec ./refine -i 127.0.0.1 -p "$refined" -d "$work" -x refine.headless=true -m 700M) \
  >"$work/openrefine.log" 2>&1 &
pids="$pids $!"

python3 Scripts/openrefine.py "$passerelle" "http://127.0.0.1:$served" "http://127.0.0.1:$refined"
