#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL STORE [VERSION]: assayctl and MLflow's own client at work on copies of a fixture store; with a version of
MLflow, each behind a tracking server of that version.

First each act is done twice: by assayctl on one copy, by MLflow on another. After it both programs read both copies, and what
they read must be the same; so must the times that moved. In the end the copies hold the same, file by file or row by row, but
for the times. Then MLflow goes on writing runs and models, and assayctl reads after it.

Skipped (exit status 77) where tests/support/mlflow_venv.sh has no MLflow to give."""
import contextlib
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(os.path.dirname(HERE))


def enter_mlflow(version):
    """Goes on in the Python that has MLflow."""
    made = subprocess.run([TESTS + "/support/mlflow_venv.sh", *version], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode != 0:
        print(made.stderr.strip().splitlines()[-1] if made.stderr.strip() else "skipped: no MLflow here")
        sys.exit(made.returncode)
    os.execv(made.stdout.strip(), [made.stdout.strip(), "-B", *sys.argv, "--inside"])


def main():
    if sys.argv[-1] != "--inside":
        enter_mlflow(sys.argv[3:])
    sys.path[:0] = [HERE, TESTS + "/fixtures/make", TESTS + "/support"]
    import acts
    import stores

    program, store = map(os.path.abspath, sys.argv[1:3])
    version = sys.argv[3] if len(sys.argv) > 4 else None
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder + "/data"  # the audit journal
        os.environ["TMPDIR"] = folder
        os.chdir(folder)  # MLflow puts what has no place of its own where it is started
        with contextlib.ExitStack() as stack:
            ours, theirs = (stack.enter_context(contextlib.closing(stores.Copy(program, store, folder + "/" + name, version))) for name in ("ours", "theirs"))
            compared = stores.Compared()
            for act in acts.twofold(theirs):
                act.by_assayctl(ours)
                act.by_mlflow(theirs)
                compared.both(act.words, act.kind, ours, theirs)
            compared.same("what the copies hold", ours.contents(), theirs.contents())
            for words, write in () if version else acts.by_mlflow(theirs):
                write()
                for kind in stores.KINDS:
                    compared.one(words, kind, theirs)
        return compared.finish(os.path.basename(store))


if __name__ == "__main__":
    sys.exit(main())
