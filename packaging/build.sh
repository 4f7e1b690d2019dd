#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh run|test PRESET [TARGET…]
#
# Sets the machine up for running or testing (setup.sh), configures a preset of CMakePresets.json
# where that has not been done, and builds the targets, or everything, in build/PRESET.
# What is compiled once is kept in the build cache, ${ASSAY_CACHE:-~/.cache/assay}/ccache.
set -euo pipefail

[ $# -ge 2 ] || { sed -n '4s/^# //p' "$0" >&2; exit 2; }
purpose=$1 preset=$2
shift 2

root=$(dirname "$(dirname "$(readlink -f "$0")")")
cache=${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}
export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}

"$root"/packaging/setup.sh --for "$purpose"

build=$root/build/$preset
if [ ! -e "$build"/build.ninja ] || [ "$root"/CMakePresets.json -nt "$build"/build.ninja ]; then
  printf 'build: configuring %s\n' "$preset" >&2
  log=$(mktemp)
  (cd "$root" && cmake --preset "$preset") >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; exit 1; }
  rm -f "$log"
fi
printf 'build: building %s\n' "$preset" >&2
cmake --build "$build" ${1:+--target "$@"} >&2
