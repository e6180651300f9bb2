#!/bin/sh
# libraries.sh FOLDER
# Puts the C libraries into a folder that an archive carries with it: other distributions have others.
#
# SQLite, libyaml and zlib are those of this machine. The others are built from the sources of the same
# distribution, with its corrections, because as it builds them they need ICU (33 MB), OpenSSL and forty more
# libraries of which nothing is used here: no other archive formats, no encryption, no network.
set -eu

out=$1
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A file of a package of this machine, with its version and its licence.
system() {
  file=$(ldconfig -p | awk -v name="$2" '$1 == name && /x86-64|AArch64/ { print $NF; exit }')
  [ -n "$file" ] || { echo "$0: '$2' is not installed; 'apt-get install $1' does that" >&2; exit 1; }
  cp -L "$file" "$out/$2"
  record "$1" "$(dpkg-query -W -f '${Version}' "$1")" "$2"
}

record() {
  cp "/usr/share/doc/$1/copyright" "$out/$1.copyright"
  grep -v "^$1	" "$out/versions" >"$work/versions" 2>/dev/null || true
  printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/versions"
  LC_ALL=C sort "$work/versions" >"$out/versions"
}

# The sources of the distribution's archive, which 'apt-get' is to ask.
. /etc/os-release
for suite in "debian $VERSION_CODENAME" "debian-security $VERSION_CODENAME-security"; do
  printf 'Types: deb-src\nURIs: http://deb.debian.org/%s\nSuites: %s\nComponents: main\n' ${suite}
  printf 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n\n'
done >"$work/source.sources"
mkdir -p "$work/lists/partial"
archive="-qq -o Dir::Etc::sourcelist=$work/source.sources -o Dir::Etc::sourceparts=/dev/null"
archive="$archive -o Dir::State::lists=$work/lists -o APT::Sandbox::User=$(id -un)"
apt-get $archive update

# The newest version of a source: of older ones, which a machine may still have installed, the archive keeps none.
newest() {
  apt-get $archive source --dsc-only --print-uris "$1" | awk '{ print $2 }' | sed -n 's/.*_\(.*\)\.dsc$/\1/p'
}

# build PACKAGE SOURCE FILE TARGET OPTIONS…
#
# A target of CMake is named by itself, one of automake by its path.
build() {
  package=$1 source=$2 file=$3 target=$4
  shift 4
  version=$(newest "$source")
  # What this script has built of this version need not be built again.
  if [ "$out/$file" -nt "$0" ] && grep -q "^$package	$version	" "$out/versions"; then return; fi
  echo "building $file of $source $version"
  (cd "$work" && apt-get $archive source "$source=$version" >/dev/null)
  folder=$(find "$work" -maxdepth 1 -type d -name "$source-*")
  (
    cd "$folder"
    export CFLAGS="-O2 -g0 -fPIC -fstack-protector-strong -D_FORTIFY_SOURCE=2 -ffile-prefix-map=$work=/libraries"
    export LDFLAGS="-Wl,-z,relro,-z,now,-z,defs -Wl,--build-id=none"
    if [ "${target%.la}" = "$target" ]; then
      cmake -S . -B .libs -DCMAKE_BUILD_TYPE=None -DBUILD_SHARED_LIBS=ON -DCMAKE_SKIP_RPATH=ON \
        -DCMAKE_LIBRARY_OUTPUT_DIRECTORY="$PWD/.libs" "$@"
      make -s -C .libs "$target"
      exit
    fi
    ./configure --quiet --disable-static --prefix=/usr "$@"
    # What the distribution has changed of the build files is in what they make already.
    make -s -C "$(dirname "$target")" AUTOMAKE=: AUTOCONF=: ACLOCAL=: AUTOHEADER=: "$(basename "$target")"
  ) >"$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
  case $target in */*) made=$(dirname "$folder/$target")/.libs ;; *) made=$folder/.libs ;; esac
  cp -L "$made/$file" "$out/$file"
  record "$package" "$version" "$file"
}

system libsqlite3-0 libsqlite3.so.0
system libyaml-0-2 libyaml-0.so.2
build libxml2 libxml2 libxml2.so.2 ./libxml2.la --without-icu --without-lzma --without-zlib \
  --without-python --without-http --without-ftp --without-legacy --without-docb
build libraptor2-0 raptor2 libraptor2.so.0 src/libraptor2.la --with-www=none --with-yajl=no \
  --enable-parsers="rdfxml ntriples turtle" --enable-serializers="ntriples turtle"
system zlib1g libz.so.1
command -v cmake >/dev/null || { echo "$0: 'cmake' is not installed; 'apt-get install cmake' does that" >&2; exit 1; }
build libzip4 libzip libzip.so.4 zip -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF \
  -DENABLE_GNUTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_MBEDTLS=OFF -DENABLE_COMMONCRYPTO=OFF \
  -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
build libxlsxwriter4 libxlsxwriter libxlsxwriter.so.4 xlsxwriter -DUSE_NO_MD5=ON
