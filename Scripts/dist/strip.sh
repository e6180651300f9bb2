#!/bin/sh
# strip.sh FILE…
# Takes out of programs and libraries what only a debugger or the next build asks for.
set -eu

for file in "$@"; do
  [ ! -L "$file" ] || continue
  strip --strip-unneeded --remove-section=.comment "$file"
  # Swift notes a hash for its own next build there, which differs from folder to folder.
  readelf -SW "$file" | sed -n 's/.*\.swift_modhash *PROGBITS *[0-9a-f]* \([0-9a-f]*\) \([0-9a-f]*\) .*/\1 \2/p' |
    while read -r offset size; do
      dd if=/dev/zero of="$file" bs=1 seek=$((0x$offset)) count=$((0x$size)) conv=notrunc status=none
    done
done
