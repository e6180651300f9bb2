#!/bin/sh
# Tests the package for Spark on Spark itself, and, with a number of rows, measures how it scales. Spark and Arrow are
# installed into a folder of this checkout (about 850 MB); Java 17 or newer must be there.
#   Scripts/spark.sh [ROWS]
set -eu
cd "$(dirname "$0")/.."
tools=.build-spark
command -v java >/dev/null || {
  echo "there is no Java here (Debian: openjdk-17-jre-headless): the package for Spark was not tested" >&2
  exit 1
}
"$tools/bin/python" -c 'import pyarrow, pyspark' 2>/dev/null || {
  python3 -m venv "$tools" && "$tools/bin/pip" install -q pyspark pyarrow
}
PASSERELLE=${PASSERELLE:-$PWD/.build/debug/passerelle}
export PASSERELLE
if [ $# -gt 0 ]; then
  exec "$tools/bin/python" Distributed/spark/tests/scaling.py "$1"
fi
"$tools/bin/python" -m unittest discover -s Distributed/spark/tests -v
