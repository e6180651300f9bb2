#!/bin/sh
# Lets the field's own tools read what is exported. They are installed into a folder of this checkout;
# where they cannot be, nothing is shown, and that is said.
set -eu
cd "$(dirname "$0")/.."
tools=.build-interop
if ! command -v rapper >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -y -q raptor2-utils >/dev/null || { apt-get update -q && apt-get install -y -q raptor2-utils; } >/dev/null || true
fi
if ! command -v xmllint >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get install -y -q libxml2-utils >/dev/null || { apt-get update -q && apt-get install -y -q libxml2-utils; } >/dev/null || true
fi
if ! "$tools/bin/python" -c 'import joserfc, openpyxl, pydantic_sarif, pysdmx, sdmx, sssom' 2>/dev/null; then
  python3 -m venv "$tools" &&
    "$tools/bin/pip" install -q rdflib networkx sssom 'jsonschema[format]' pydantic-sarif joserfc openpyxl \
      sdmx1 'pysdmx[xml]' || {
      echo "the tools cannot be installed here: what they say of our exports was not asked" >&2
      exit 0
    }
fi
# It needs Python 3.12: where that is not there, its tests are skipped.
"$tools/bin/pip" install -q vc-jwt-decoder 2>/dev/null || true
command -v xmllint >/dev/null || {
  echo "there is no 'xmllint' here (Debian: libxml2-utils): what it says was not asked" >&2
  exit 0
}
command -v rapper >/dev/null || {
  echo "there is no 'rapper' here (Debian: raptor2-utils): what it says was not asked" >&2
  exit 0
}
PASSERELLE_INTEROP=$PWD/$tools swift test --filter "InteropTests|CASESchemaTests"
