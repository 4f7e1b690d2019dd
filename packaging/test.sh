#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh [CTEST OPTIONS]
#
# Builds everything with warnings as errors and runs the tests. Options go to ctest:
#   packaging/test.sh -R runtable        the tests whose name contains "runtable"
#   packaging/test.sh -LE bench -j 4     without benchmarks, four at a time
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")

"$root"/packaging/build.sh test ci

export QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}
exec ctest --test-dir "$root"/build/ci --output-on-failure "$@"
