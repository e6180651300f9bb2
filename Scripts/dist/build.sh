#!/bin/sh
# build.sh SCRATCH [PACKAGE]
# Builds the program and the adapters, or the server in a package of its own, for an archive: nothing in
# them tells where they were built, and they look for their libraries beside themselves only.
set -eu

scratch=$1
package=${2:-.}
here=$(pwd)

# build FOLDER-OF-LIBRARIES PRODUCT [OPTION…]
build() {
  libraries=$1 product=$2
  shift 2
  swift build -c release --package-path "$package" --scratch-path "$scratch" --product "$product" --disable-local-rpath \
    -Xswiftc -gnone -Xswiftc -file-prefix-map -Xswiftc "$here=/passerelle" -Xswiftc -no-toolchain-stdlib-rpath \
    -Xcc "-ffile-prefix-map=$here=/passerelle" \
    -Xlinker --build-id=none -Xlinker -rpath -Xlinker "$libraries" "$@"
}

if [ "$package" != . ]; then
  cp Package.resolved "$package/" 2>/dev/null || true
  # The plan of the last build is another package's, so it is not taken from there.
  build '$ORIGIN/../lib/passerelle' passerelle-server --disable-build-manifest-caching
  exit
fi
build '$ORIGIN/../lib/passerelle' passerelle-worker
adapters=$(sed -n '/^let adapters = \[/,/^\]/p' Package.swift | grep -o '"[A-Za-z]*"' | tr -d '"')
for adapter in $adapters; do
  # One symbol is all that a host asks an adapter for; what nothing leads to from there is left out. Without a name
  # of its own, a module with such a list has the path where it was built for one.
  build '$ORIGIN/..' "$adapter" -Xlinker --version-script="$here/Scripts/dist/adapters.map" \
    -Xlinker -soname -Xlinker "lib$adapter.so"
done
