#!/bin/sh
# What is surprising: Raptor 2.0.15 configured with '--enable-serializers=ntriples' (and the Turtle parser) builds,
# links and installs without a word, but the library cannot be loaded: a function of the Turtle serializer, which
# was left out, is still called, and stays undefined. A library on Linux may be linked so; only 'dlopen', or a
# program's start, finds it.
#
# Who meets it: whoever ships a small Raptor beside a program (an archive, a container) with only the formats
# that it needs. Linking with '-Wl,-z,defs' shows it at once; adding the Turtle serializer mends it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The source of Debian's package, by its own list, so that nothing of this machine is changed.
. /etc/os-release
mkdir -p lists/partial cache/archives/partial
echo "deb-src http://deb.debian.org/debian $VERSION_CODENAME main" > sources.list
apt="-o Dir::Etc::sourcelist=$folder/sources.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$folder/lists -o Dir::Cache=$folder/cache -o APT::Sandbox::User=root"
apt-get -q $apt update > log 2>&1 || { tail -3 log; exit 1; }
apt-get -q $apt source --download-only raptor2 > log 2>&1 || { tail -3 log; exit 1; }
tar xf raptor2_2.0.15.orig.tar.*
ls raptor2_*.dsc

# Builds the library with some serializers, and tries to load it.
try() {
  mkdir "build-$1"
  (cd "build-$1" && ../raptor2-2.0.15/configure --disable-static --with-www=none --with-yajl=no \
    --enable-parsers="rdfxml ntriples turtle" --enable-serializers="$2" > log 2>&1 \
    && make -j2 -C src libraptor2.la >> log 2>&1) || { tail -5 "build-$1/log"; exit 1; }
  python3 -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1]); print("loaded")' \
    "$folder/build-$1/src/.libs/libraptor2.so.0" 2>&1 | tail -1
}
echo "ntriples and turtle: $(try both 'ntriples turtle')"
one=$(try one ntriples)
echo "ntriples alone: $one"
case $one in
  *"undefined symbol"*) ;;
  *) echo "it is loaded: the behaviour has changed" >&2; exit 1 ;;
esac
