#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [--quick] [--ours | --peers] [WORK…]
#
# Builds the benchmarks and the stores they need (3.5 GB in the build cache, or in
# ASSAY_BENCH_STORES), runs ours and the peers, and prints a table of ratios. All works, or those
# whose names are given; README.md here lists them. --quick takes a tenth of the runs.
set -euo pipefail

root=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
here=$root/tests/bench
cache=${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}
runs=100000 folders=10000 size=full who=both works=()

while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '4,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
    --quick) runs=10000 folders=1000 size=quick ;;
    --ours) who=ours ;;
    --peers) who=peers ;;
    -*) echo "run: unknown option $1" >&2; exit 2 ;;
    *) works+=("$1") ;;
  esac
  shift
done

wanted() {
  [ ${#works[@]} -eq 0 ] && return 0
  local work
  for work in "${works[@]}"; do [ "$work" = "$1" ] && return 0; done
  return 1
}

stores=${ASSAY_BENCH_STORES:-$cache/bench/$size}
export ASSAY_BENCH_SQLITE=$stores/big.db
export ASSAY_BENCH_FILES=$stores/files/mlruns
export ASSAY_BENCH_HISTORY=$stores/history/mlruns
results=$cache/bench/results-$size
mkdir -p "$stores/files" "$stores/history" "$results"

python=$("$root"/tests/support/mlflow_venv.sh) || python=
if [ -z "$python" ]; then
  echo "run: no MLflow here: its figures are left out, and a database that is not there cannot be made" >&2
fi

make_stores() {
  local free
  if [ ! -e "$ASSAY_BENCH_SQLITE" ] && [ -n "$python" ]; then
    free=$(df --output=avail -BG "$stores" | tail -n 1 | tr -dc 0-9)
    [ "$free" -ge 8 ] || { echo "run: the database needs 4 GB and there are only $free free" >&2; exit 1; }
    "$python" -B "$here"/make/make_sqlite.py --runs "$runs" "$ASSAY_BENCH_SQLITE" >&2
  fi
  [ -e "$ASSAY_BENCH_FILES" ] || python3 -B "$here"/make/make_files.py --flat --runs "$folders" "$ASSAY_BENCH_FILES" >&2
  [ -e "$ASSAY_BENCH_HISTORY" ] || python3 -B "$here"/make/make_files.py --runs 200 --points 9 --long 100000 "$ASSAY_BENCH_HISTORY" >&2
}

# start_database KIND VARIABLE: starts one that holds the database's runs, where it and MLflow are there; it ends with this script.
start_database() {
  local kind=$1 variable=$2 folder=$stores/$1 hold line=
  [ -n "$python" ] && [ -e "$ASSAY_BENCH_SQLITE" ] && wanted "$kind-load" || return 0
  mkdir -p "$folder"
  rm -f "$folder/input" "$folder/output"
  mkfifo "$folder/input"
  python3 -B "$root"/tests/support/database_server.py "$kind" "$folder" "$ASSAY_BENCH_SQLITE" metrics <"$folder/input" >"$folder/output" &
  exec {hold}>"$folder/input" # it ends when nobody holds its input any more
  while kill -0 $! 2>/dev/null && [ -z "$line" ]; do
    sleep 0.2
    line=$(head -n 1 "$folder/output")
  done
  case $line in
    *://*)
      read -r address _ PGPASSWORD alchemy <<<"$line"
      export "$variable=$address" MYSQL_PWD="$PGPASSWORD" PGPASSWORD
      printf -v "${kind}_alchemy" %s "$alchemy"
      ;;
    *) echo "run: ${line:-$kind did not start}" >&2 ;;
  esac
}

ours() {
  local bench
  "$root"/packaging/build.sh test bench benches
  for bench in "$root"/build/bench/bin/bench_*; do
    [ -x "$bench" ] || continue
    printf 'run: %s\n' "$(basename "$bench")" >&2
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} TZ=UTC LC_ALL=C.UTF-8 "$bench" "${works[@]}" || echo "run: $bench failed" >&2
  done
}

peer() { # WORK SCRIPT ARGUMENTS…
  local work=$1 script=$2
  shift 2
  wanted "$work" || return 0
  printf 'run: %s %s\n' "$work" "$script" >&2
  "${python:-python3}" -B "$here/peers/$script" "$@" || echo "run: $script failed" >&2
}

peers() {
  if [ -e "$ASSAY_BENCH_SQLITE" ]; then
    peer sqlite-load sqlite_load_python.py "$ASSAY_BENCH_SQLITE"
  fi
  peer sort-1m sort_1m.py
  if wanted group-100k || wanted group-100k-median || wanted pivot-100k; then
    "${python:-python3}" -B "$here/peers/group_100k.py" || echo "run: group_100k.py failed" >&2
  fi
  [ -n "$python" ] || return 0
  peer file-scan file_scan.py "$ASSAY_BENCH_FILES"
  peer filter-100k filter_100k.py "$ASSAY_BENCH_SQLITE"
  peer sqlite-load sqlite_load_mlflow.py "$ASSAY_BENCH_SQLITE"
  for kind in postgresql mysql; do
    alchemy=${kind}_alchemy
    [ -z "${!alchemy:-}" ] || PYTHONPATH=$cache/database-drivers peer "$kind-load" database_load.py "$kind-load" "${!alchemy}" "$runs"
  done
  for which in ordinary 100k; do
    peer "history-$which-sqlite" history.py "$which" "$ASSAY_BENCH_SQLITE"
    peer "history-$which-file" history.py "$which" "$ASSAY_BENCH_HISTORY"
  done
  peer start-first-paint start.py
  if [ -n "${ASSAY_BENCH_SERVER:-}" ]; then
    peer server-decode server_decode.py "$ASSAY_BENCH_SERVER"
    peer server-read server_read.py "$ASSAY_BENCH_SERVER" "$runs"
  fi
}

# A tracking server of MLflow over the database, while the benchmarks run.
start_server() {
  local line
  [ -n "$python" ] && [ -e "$ASSAY_BENCH_SQLITE" ] && { wanted server-read || wanted server-decode || wanted server-decode-memory; } || return 0
  coproc SERVER { exec "$python" -B "$root"/tests/support/mlflow_server.py "sqlite:///$ASSAY_BENCH_SQLITE" "$stores" 2>"$results"/server.log; }
  trap 'kill "$SERVER_PID" 2>/dev/null || true' EXIT
  read -r -u "${SERVER[0]}" line || { echo "run: the server did not start" >&2; return 0; }
  export ASSAY_BENCH_SERVER=http://127.0.0.1:${line#port }
}

make_stores
start_server
start_database postgresql ASSAY_BENCH_POSTGRESQL
start_database mysql ASSAY_BENCH_MYSQL
if [ "$who" != peers ]; then ours >"$results"/ours.jsonl; fi
if [ "$who" != ours ]; then peers >"$results"/peers.jsonl; fi
shown=()
for file in "$results"/ours.jsonl "$results"/peers.jsonl; do
  [ -e "$file" ] && shown+=("$file")
done
python3 -B "$here"/ratios.py "${shown[@]}"
