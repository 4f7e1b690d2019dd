#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mlflow_venv.sh: prints the path of a Python that has MLflow 3, for tests and benchmarks.
#
# Made once, with the machine's own pip configuration, in the build cache: what MLflow's client needs
# to read and write file stores and SQLite stores (about 170 MB; no server, no data frames). Exit
# status 77, and the reason on standard error, where pip cannot get it:
#
#   python=$(tests/support/mlflow_venv.sh) || exit $?
#   MLFLOW_ALLOW_FILE_STORE=true MLFLOW_DISABLE_TELEMETRY=true "$python" …
set -euo pipefail

packages=("mlflow-skinny==3.17.*" "sqlalchemy>=2,<3" "alembic>=1,<2")
cache=${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}
venv=$cache/mlflow-3.17
python=$venv/bin/python

skip() {
  printf 'skipped: %s\n' "$*" >&2
  exit 77
}

ready() {
  [ -e "$venv/ready" ] && [ -x "$python" ]
}

if ! ready; then
  mkdir -p "$cache"
  exec 9>"$venv.lock"
  flock 9 # tests run in parallel; one of them makes it
fi
if ! ready; then
  # Pip waits long for a registry that is not there, so one failure holds for a while.
  failed=$venv.failed
  if [ -n "$(find "$failed" -mmin -10 2>/dev/null)" ]; then
    skip "$(cat "$failed")"
  fi
  rm -rf "$venv" "$failed"
  printf 'mlflow_venv: installing %s in %s\n' "${packages[*]}" "$venv" >&2
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  if ! {
    python3 -m venv "$venv" &&
      "$python" -m pip install --disable-pip-version-check --no-input --retries 1 --timeout 20 \
        "${packages[@]}" &&
      "$python" -c 'import mlflow, sqlalchemy, alembic; mlflow.MlflowClient'
  } >"$log" 2>&1; then
    printf 'no MLflow here: %s\n' "$(grep -v '^ *$' "$log" | tail -n 1)" >"$failed"
    skip "$(cat "$failed")"
  fi
  touch "$venv/ready"
fi
printf '%s\n' "$python"
