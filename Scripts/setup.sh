#!/bin/sh
# Sees to it that the machine has what the build needs: Swift, and six system libraries.
set -eu

swift=$(command -v swift || true)
if [ -z "$swift" ]; then
  echo "Swift is not installed, or not on the PATH. Install Swift 6.3 or newer from swift.org, then" >&2
  echo "run this command again." >&2
  exit 1
fi

missing=""
for package in libxml2-dev libyaml-dev libsqlite3-dev libraptor2-dev libzip-dev \
  libxlsxwriter-dev pkg-config; do
  if command -v dpkg-query >/dev/null 2>&1; then
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  fi
done
# pkgconf stands in for pkg-config where a distribution has replaced it.
if command -v pkg-config >/dev/null 2>&1; then
  missing=$(printf '%s' "$missing" | sed 's/ pkg-config//')
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
  if pkg-config --exists libxml-2.0 yaml-0.1 sqlite3 raptor2 libzip xlsxwriter 2>/dev/null; then exit 0; fi
  echo "This is no Debian or Ubuntu machine. Install the development files of libxml2, libyaml," >&2
  echo "SQLite, Raptor 2, libzip and libxlsxwriter with your package manager (such as libxml2-devel," >&2
  echo "libyaml-devel, sqlite-devel, raptor2-devel, libzip-devel, libxlsxwriter-devel), and pkg-config;" >&2
  echo "then run this command again." >&2
  exit 1
fi
[ -n "$missing" ] || exit 0

echo "installing:$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "They need an administrator. Ask one to run:" >&2
    echo "  apt-get update && apt-get install -y$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi
# shellcheck disable=SC2086
if ! { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $missing; }; then
  echo "The packages could not be installed. Install them by hand:$missing" >&2
  exit 1
fi
