#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [LOCATION]
#
# Builds Assay and opens the workbench on LOCATION (a folder, a database, a URL), or on the sample
# store. Without a display it prints the table of runs and writes a picture of the window instead.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
bin=$root/build/release/bin

case ${1:-} in
  -h | --help) sed -n '4,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac

"$root"/packaging/build.sh run release assay assayctl assay-preview

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  if [ $# -gt 0 ]; then
    exec "$bin"/assay "$@"
  fi
  exec "$bin"/assay --sample
fi

location=${1:-sample:}
picture=$root/build/assay.png
echo "run: no display here, so this is the table of runs of $location" >&2
"$bin"/assayctl runs "$location"
QT_QPA_PLATFORM=offscreen "$bin"/assay --screenshot "$picture" --page runs "$location"
echo "run: a picture of the window is in $picture" >&2
