#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pictures.sh
#
# Takes README's pictures anew from the release build and the sample store, into resources/pictures.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
out=$root/resources/pictures

"$root"/packaging/build.sh run release assay assayctl assay-preview
mkdir -p "$out"
# The place where the sample lies is seen in a picture: no one's home.
export XDG_DATA_HOME=/tmp/assay-pictures
export QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8 QT_LOGGING_RULES='qt.qpa.*=false'

take() { # PAGE THEME [OPTIONS…]
  local page=$1 theme=$2
  shift 2
  "$root"/build/release/bin/assay --sample --screenshot "$out/$page-$theme.png" --page "$page" --theme "$theme" --size 1440x900 "$@"
}

run_ids=$("$root"/build/release/bin/assayctl runs sample: -e digits/search --filter "status = 'FINISHED'" --sort 'metrics.`val/accuracy`:desc' --max 3 --format csv \
  | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "run_id") c = i; next } { print $c }' | paste -sd,)
for theme in light dark; do
  take runs "$theme" --experiment digits/search
  take charts "$theme" --experiment digits/search
  take compare "$theme" --runs "$run_ids"
  take artifacts "$theme" --experiment digits/final --artifact figures/confusion.png
  take models "$theme" --model digits-classifier
done
