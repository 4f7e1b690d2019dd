# SPDX-License-Identifier: GPL-3.0-or-later
"""A real MLflow tracking server on the loopback, over a copy of a fixture store whose artifacts are where it says.

    with mlflow_server.Server("2.22", STORE, FOLDER) as server:
        server.address

Ends the process with status 77 (skipped) where there is no such MLflow. Run with arguments, in a Python that has MLflow, it is
the server itself: BACKEND ARTIFACT_ROOT [upgraded]; it prints its port. Upgraded: a database that an older version has written is
brought up to date first."""
import os
import shutil
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def python_of(version):
    made = subprocess.run([HERE + "/mlflow_venv.sh", version], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode != 0:
        print(made.stderr.strip().splitlines()[-1] if made.stderr.strip() else "skipped: no MLflow here")
        sys.exit(made.returncode)
    return made.stdout.strip()


def place(store, folder):
    """Copies a store into the folder, which takes the place of /data in it; gives the backend for the server."""
    shutil.copytree(store, folder, dirs_exist_ok=True, symlinks=True)
    database = folder + "/mlflow.db"
    if os.path.exists(database):
        with sqlite3.connect(database) as connection:
            for table, column in (("experiments", "artifact_location"), ("runs", "artifact_uri")):
                connection.execute("UPDATE %s SET %s = replace(%s, '/data/', ?)" % (table, column, column), (folder + "/",))
        connection.close()
        return "sqlite:///" + database
    for where, _, names in list(os.walk(folder + "/mlruns")):
        if "meta.yaml" not in names:
            continue
        with open(where + "/meta.yaml", encoding="utf-8") as f:
            text = f.read()
        with open(where + "/meta.yaml", "w", encoding="utf-8") as f:
            f.write(text.replace("/data/", folder + "/"))
        if "run_id:" in text:  # without its empty folders, which git does not keep, MLflow does not find a run
            for part in ("metrics", "params", "tags", "artifacts"):
                os.makedirs(where + "/" + part, exist_ok=True)
    return folder + "/mlruns"


class Server:
    def __init__(self, version, store, folder, upgrades=False):
        self.python = python_of(version)
        self.folder = folder
        self.arguments = ["upgraded"] if upgrades else []
        self.backend = place(store, folder)

    def __enter__(self):
        self.log = open(self.folder + "/server.log", "w", encoding="utf-8")
        self.process = subprocess.Popen([self.python, "-B", os.path.abspath(__file__), self.backend, self.folder + "/mlruns"] + self.arguments,
                                        cwd=self.folder, stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("port "):
            raise RuntimeError("the server did not start: " + open(self.log.name, encoding="utf-8").read()[-2000:])
        self.address = "http://127.0.0.1:" + line.split()[1]
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.log.close()


def serve(backend, artifacts, upgraded=""):
    os.environ["_MLFLOW_SERVER_FILE_STORE"] = os.environ["_MLFLOW_SERVER_REGISTRY_STORE"] = backend
    os.environ["_MLFLOW_SERVER_ARTIFACT_ROOT"] = artifacts
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    if upgraded:
        from mlflow.store.db.utils import _upgrade_db, create_sqlalchemy_engine

        _upgrade_db(create_sqlalchemy_engine(backend))
    from mlflow.server import app
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", 0, app, threaded=True)
    print("port", server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve(*sys.argv[1:4])
