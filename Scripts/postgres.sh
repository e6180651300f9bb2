#!/bin/sh
# Loads the tables of a bundle into a real PostgreSQL, and compares what its views answer with what the program does.
# The database is a new one in a folder of its own, without a port; where there is no PostgreSQL, nothing is shown,
# and that is said.
set -eu
cd "$(dirname "$0")/.."
program=${PASSERELLE:-.build/debug/passerelle}

find_server() {
  for folder in "$(dirname "$(command -v initdb || echo /nowhere/x)")" /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && [ -x "$folder/psql" ]; then bin=$folder; fi
  done
  [ -n "${bin:-}" ]
}
if ! find_server && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -y -q --no-install-recommends postgresql >/dev/null ||
    { apt-get update -q && apt-get install -y -q --no-install-recommends postgresql; } >/dev/null || true
fi
find_server || {
  echo "there is no PostgreSQL here (Debian: postgresql): the tables were not loaded" >&2
  exit 0
}

work=$(mktemp -d)
chmod 755 "$work"
server="$work/server"
mkdir "$server"
# The server refuses to be run by root.
as=""
if [ "$(id -u)" = 0 ]; then
  as="setpriv --reuid=postgres --regid=postgres --clear-groups"
  chown postgres "$server"
fi
stop() {
  [ ! -d "$server/data" ] || $as "$bin/pg_ctl" -D "$server/data" -m immediate -s stop || true
  rm -rf "$work"
}
trap stop EXIT
cd "$server"
$as "$bin/initdb" -D "$server/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
$as "$bin/pg_ctl" -D "$server/data" -l "$server/log" -s -w \
  -o "-k $server -c listen_addresses='' -c fsync=off -c full_page_writes=off -c jit=off" start
cd - >/dev/null

export PGHOST="$server" PGUSER=postgres PGDATABASE=postgres
export PASSERELLE_DATA="$work/store"
# The library as it is, and frameworks with everything that may go wrong between sources.
mkdir "$work/random"
python3 Scripts/postgres/random_frameworks.py "$work/random" 1
"$program" import "$work/random" >"$work/import" 2>&1 || { cat "$work/import" >&2; exit 1; }
"$program" export --to csv --output "$work/bundle" --mix-licences 2>/dev/null
begin=$(date +%s%N)
export PGOPTIONS="-c client_min_messages=warning"
(cd "$work/bundle" && "$bin/psql" -q -v ON_ERROR_STOP=1 -f load.sql)
loaded=$(date +%s%N)
"$bin/psql" -q -At -v ON_ERROR_STOP=1 -f Schemas/postgresql/views.sql >/dev/null
viewed=$(date +%s%N)
echo "tables loaded in $(((loaded - begin) / 1000000)) ms, views made in $(((viewed - loaded) / 1000000)) ms"
python3 Scripts/postgres/compare.py "$program" "$bin/psql" "$work"
