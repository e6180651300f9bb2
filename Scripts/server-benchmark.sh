#!/bin/sh
# Measures the release build of the server beside a program of the same framework that answers a constant of the same
# length, with wrk (Debian: wrk) on the same machine: Scripts/server-benchmark.sh [SECONDS]
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-10}
command -v wrk >/dev/null || { echo "there is no 'wrk' here (Debian: wrk)" >&2; exit 1; }
Scripts/server.sh release
swift build -c release --package-path Server --scratch-path .build --disable-build-manifest-caching \
  --product ConstantServer
built=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
servers=
trap 'kill $servers 2>/dev/null || true; rm -rf "$work"' EXIT
export PASSERELLE_DATA="${PASSERELLE_DATA:-$work}"
"$built/passerelle" stats >/dev/null
question='/v1/compare?id=ie-nqf:8&id=de-nqf:6&asOf=2026-11-23'
"$built/passerelle-server" --port 8090 >/dev/null 2>&1 &
ours=$!
servers="$ours"
for _ in $(seq 100); do curl -sf http://127.0.0.1:8090/healthz >/dev/null && break; sleep 0.1; done
length=$(curl -sf "http://127.0.0.1:8090$question" | wc -c)
"$built/ConstantServer" 8091 "$length" >/dev/null 2>&1 &
servers="$servers $!"
sleep 1
memory() { awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$ours/status"; }
echo "an answer has $length bytes; memory before: $(memory)"
for target in "8091/" "8090$question" "8090/v1/search?q=bachelor" "8090/v1/about"; do
  echo "== $target"
  wrk -t1 -c16 -d"$seconds" --latency "http://127.0.0.1:$target" | grep -E '50%|99%|Requests/sec|Non-2xx'
done
echo "memory after: $(memory)"
