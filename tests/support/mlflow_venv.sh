#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mlflow_venv.sh [VERSION]: prints the path of a Python that has this MLflow (3.17, 2.22, 2.9; the
# first unless told otherwise), for tests and benchmarks; 3.17-s3 has what it needs for S3, too, and
# an S3 service to try it with (moto).
#
# Made once, with the machine's own pip configuration, in the build cache: what MLflow's client needs
# to read and write file stores and SQLite stores, and what its server needs (about 180 MB; no data
# frames). Exit status 77, and the reason on standard error, where pip cannot get it:
#
#   python=$(tests/support/mlflow_venv.sh) || exit $?
#   MLFLOW_ALLOW_FILE_STORE=true MLFLOW_DISABLE_TELEMETRY=true "$python" …
set -euo pipefail

version=${1:-3.17}
packages=("mlflow-skinny==${version%-s3}.*" "sqlalchemy>=2,<2.1" "alembic>=1,<2" flask-cors graphene)
case $version in
  2.9) packages+=("flask<3" querystring_parser setuptools) ;;
  *-s3) packages+=("flask>=3" boto3 "moto[s3]>=5,<6") ;;
  *) packages+=("flask>=3") ;;
esac
cache=${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}
venv=$cache/mlflow-$version
python=$venv/bin/python

skip() {
  printf 'skipped: %s\n' "$*" >&2
  exit 77
}

ready() {
  [ "$(cat "$venv/ready" 2>/dev/null)" = "${packages[*]}" ] && [ -x "$python" ]
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
      "$python" -c 'import mlflow.server, sqlalchemy, alembic; mlflow.MlflowClient'
  } >"$log" 2>&1; then
    printf 'no MLflow here: %s\n' "$(grep -v '^ *$' "$log" | tail -n 1)" >"$failed"
    skip "$(cat "$failed")"
  fi
  printf '%s\n' "${packages[*]}" >"$venv/ready"
fi
printf '%s\n' "$python"
