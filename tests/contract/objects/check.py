#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ASSAYCTL: artifacts that MLflow keeps in S3, as assayctl lists and reads them, against MLflow's own client.

The service is moto, which checks every signature and stands on the loopback. Skipped (exit status 77) where
tests/support/mlflow_venv.sh has nothing to give."""
import hashlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
SUPPORT = os.path.dirname(os.path.dirname(HERE)) + "/support"
MANY = 2500
NAMES = ["plain.txt", "with space.txt", "per%cent 100%25.txt", "plus+plus.txt", "hash#tag.txt", "question?mark=1&b.txt", "ümläut-日本-🚀.txt", "semi;colon,comma.txt",
         "quote'\"s.txt", "(brackets)[x]{y}.txt", "star*~tilde!.txt", "at@dollar$colon:.txt", "eq=uals.txt", "back`tick^pipe|.txt", "<angle>&amp;.txt", ".hidden", "empty"]
CANARY = "sEcReT/canary+of=assay0123456789abcdefgh"

failures = []


def check(what, is_right, detail=""):
    if not is_right:
        failures.append(what)
        print("FAIL %s %s" % (what, str(detail)[:600]))


class Tool:
    def __init__(self, program, location, environment):
        self.program, self.location, self.environment = program, location, environment

    def run(self, *args, **changes):
        environment = {k: v for k, v in {**self.environment, **changes}.items() if v is not None}
        done = subprocess.run([self.program, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, check=False)
        for canary in (CANARY, environment.get("AWS_SECRET_ACCESS_KEY", CANARY), environment.get("AWS_SESSION_TOKEN", CANARY)):
            check("no secret in what is said", canary.encode() not in done.stdout + done.stderr, args)
        return done

    def list(self, run, *args, **changes):
        done = self.run("artifacts", self.location, run, "ls", *args, "--format", "json", **changes)
        try:
            return json.loads(done.stdout), done
        except ValueError:
            return None, done

    def files(self, run, *args):
        answer, done = self.list(run, *args)
        return {(f["path"], f["is_dir"], None if f["is_dir"] else f["file_size"]) for f in answer["files"]} if answer else (done.returncode, done.stderr)


def start_service():
    """moto's server, and a user of it whose key signs; from then on every request is checked."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    address = "http://127.0.0.1:%d" % server.get_host_and_port()[1]
    open_to_all = {"endpoint_url": address, "aws_access_key_id": "x", "aws_secret_access_key": "x", "region_name": "eu-central-1"}
    iam = boto3.client("iam", **open_to_all)
    iam.create_user(UserName="assay")
    iam.put_user_policy(UserName="assay", PolicyName="all", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}))
    key = iam.create_access_key(UserName="assay")["AccessKey"]
    s3 = boto3.client("s3", **open_to_all)
    s3.create_bucket(Bucket="models.of-assay", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    # Past the interface: 2,500 requests would take most of the test's time.
    from moto.s3.models import s3_backends
    for account in s3_backends.values():
        for backend in account.values():
            if "models.of-assay" in backend.buckets:
                for i in range(MANY):
                    backend.put_object("models.of-assay", "many/1/artifacts/flat/%05d.bin" % i, b"x" * (i % 7))
                backend.put_object("models.of-assay", "many/1/artifacts/marked/", b"")
                backend.put_object("models.of-assay", "many/1/artifacts/marked/inner.txt", b"inner")
                backend.put_object("models.of-assay", "many/1/artifacts/a//b", b"not a path")
                backend.put_object("models.of-assay", "many/1/artifacts/../up", b"not a path either")
    from moto import settings
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    return server, address, key["AccessKeyId"], key["SecretAccessKey"]


class CuttingProxy:
    """In front of the service: answers longer than `whole` bytes break off after so many; after `answers` of them nothing answers."""

    def __init__(self, port, whole, answers=1000):
        self.port, self.whole, self.left, self.sent = port, whole, answers, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.pipe, args=(client,), daemon=True).start()

    def pipe(self, client):
        with client:
            request = b""
            while b"\r\n\r\n" not in request:
                got = client.recv(65536)
                if not got:
                    return
                request += got
            self.left -= 1
            if self.left < 0:
                return
            with socket.create_connection(("127.0.0.1", self.port)) as service:
                service.sendall(request.replace(b"\r\nAccept: ", b"\r\nConnection: close\r\nAccept: ", 1))
                count = 0
                while count < self.whole:
                    got = service.recv(min(65536, self.whole - count))
                    if not got:
                        break
                    client.sendall(got)
                    count += len(got)
                self.sent += count


def make_runs(folder):
    """What MLflow writes: a run with files of all names, nested, and one whose artifacts are many."""
    import mlflow
    from mlflow.entities import FileInfo  # noqa: F401 (the client's answers are of this type)

    location = "sqlite:///" + folder + "/mlflow.db"
    client = mlflow.MlflowClient(location)
    experiment = client.create_experiment("remote", "s3://models.of-assay/some prefix/ö")
    run = client.create_run(experiment).info.run_id
    files = folder + "/files"
    os.makedirs(files)
    for i, name in enumerate(NAMES):
        with open(files + "/" + name, "wb") as f:
            f.write(b"" if name == "empty" else (name.encode() + b"\n") * (i + 1))
    with open(files + "/big.bin", "wb") as f:
        f.write(os.urandom(9 << 20))  # boto3 sends it in parts
    client.log_artifacts(run, files)
    client.log_artifacts(run, files, "deep er/and+deeper/%41")
    many = client.create_run(client.create_experiment("many", "s3://models.of-assay/many")).info.run_id
    import sqlite3
    with sqlite3.connect(folder + "/mlflow.db") as database:
        database.execute("UPDATE runs SET artifact_uri = 's3://models.of-assay/many/1/artifacts' WHERE run_uuid = ?", (many,))
    database.close()
    return client, run, many


def walk(client, run, folder=None):
    found = set()
    for info in client.list_artifacts(run, folder):
        found.add((info.path, info.is_dir, None if info.is_dir else info.file_size))
        if info.is_dir:
            found |= walk(client, run, info.path)
    return found


def check_contents(tool, client, run, folder):
    of_mlflow = walk(client, run)
    check("the whole tree", tool.files(run, "--recursive") == of_mlflow, (of_mlflow ^ set(tool.files(run, "--recursive"))))
    for path in ("deep er", "deep er/and+deeper", "deep er/and+deeper/%41"):
        check("folder " + path, tool.files(run, path) == {(i.path, i.is_dir, None if i.is_dir else i.file_size) for i in client.list_artifacts(run, path)})
    target = folder + "/theirs"
    client.download_artifacts(run, "", target)
    for path, is_folder, _ in sorted(of_mlflow):
        if is_folder:
            continue
        with open(target + "/" + path, "rb") as f:
            theirs = f.read()
        ours = tool.run("artifacts", tool.location, run, "cat", path).stdout
        check("bytes of " + path, hashlib.sha256(ours).digest() == hashlib.sha256(theirs).digest(), (len(ours), len(theirs)))
    done = tool.run("artifacts", tool.location, run, "get", "deep er", "--output", folder + "/ours")
    same = subprocess.run(["diff", "-r", folder + "/ours/deep er", target + "/deep er"], stdout=subprocess.PIPE, text=True, check=False)
    check("get", done.returncode == 0 and same.returncode == 0, (done.stderr, same.stdout))
    check("a file that is not there", tool.run("artifacts", tool.location, run, "cat", "nothing").returncode != 0)
    check("a folder that is not there", tool.list(run, "nothing")[0] is None or "error" in tool.list(run, "nothing")[0])


def check_paging(tool, many):
    flat = tool.files(many, "flat")
    check("pages", flat == {("flat/%05d.bin" % i, False, i % 7) for i in range(MANY)}, len(flat))
    answer, done = tool.list(many, "--recursive")
    paths = [f["path"] for f in answer["files"]]
    check("folders with objects of their own", "marked" in paths and "marked/inner.txt" in paths and "marked/" not in paths, paths[-4:])
    check("names that are no paths", not any(".." in p or "//" in p for p in paths) and b"left out" in done.stderr, done.stderr)


def check_resuming(tool, run, folder, port):
    get = ["artifacts", tool.location, run, "get", "big.bin", "--output", folder + "/resumed"]
    environment = {k: v for k, v in tool.environment.items() if k != "MLFLOW_S3_ENDPOINT_URL"}
    cut = CuttingProxy(port, 3 << 20)  # signed for the proxy's name, which the service takes as its own
    done = Tool(tool.program, tool.location, {**environment, "AWS_ENDPOINT_URL_S3": cut.address}).run(*get)
    with open(folder + "/theirs/big.bin", "rb") as f:
        whole = f.read()
    target = folder + "/resumed/big.bin"
    check("a download that breaks", done.returncode == 0 and open(target, "rb").read() == whole, done.stderr)
    check("what was there does not come again", cut.sent < len(whole) + (64 << 10), cut.sent)
    os.remove(target)
    stopped = CuttingProxy(port, 5 << 20, answers=2)  # the listing, and one part
    done = Tool(tool.program, tool.location, {**environment, "AWS_ENDPOINT_URL_S3": stopped.address}).run(*get)
    check("a download that fails", done.returncode != 0 and not os.path.exists(target), done)
    check("what came is kept", sorted(os.listdir(folder + "/resumed")) == ["big.bin.assay-part", "big.bin.assay-part-from"], os.listdir(folder + "/resumed"))
    check("no secret beside it", CANARY not in open(target + ".assay-part-from", encoding="utf-8").read())
    count = CuttingProxy(port, 1 << 30)
    done = Tool(tool.program, tool.location, {**environment, "AWS_ENDPOINT_URL_S3": count.address}).run(*get)
    check("the next one goes on", done.returncode == 0 and open(target, "rb").read() == whole and count.sent < 5 << 20, (done.stderr, count.sent))
    check("nothing is left", os.listdir(folder + "/resumed") == ["big.bin"], os.listdir(folder + "/resumed"))


def check_server(tool, run, folder):
    """The same run over a tracking server that has no credentials for the service: its artifacts come past it."""
    blind = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "MLFLOW_S3"))}
    server = subprocess.Popen([sys.executable, "-B", SUPPORT + "/mlflow_server.py", "sqlite:///" + folder + "/mlflow.db", folder + "/mlruns"], cwd=folder,
                              env={**blind, "MLFLOW_DISABLE_TELEMETRY": "true"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        over = Tool(tool.program, "http://127.0.0.1:" + server.stdout.readline().split()[1], tool.environment)
        check("a server's listing", over.files(run, "--recursive") == tool.files(run, "--recursive"))
        with open(folder + "/theirs/ümläut-日本-🚀.txt", "rb") as f:
            check("a server's file", over.run("artifacts", over.location, run, "cat", "ümläut-日本-🚀.txt").stdout == f.read())
    finally:
        server.kill()
        server.wait()


def check_refusals(tool, run, home):
    none = {"AWS_ACCESS_KEY_ID": None, "AWS_SECRET_ACCESS_KEY": None}
    answer, done = tool.list(run, **none)
    check("no credentials", answer == {**answer, "files": []} and b"AWS_ACCESS_KEY_ID" in done.stderr and b"s3://models.of-assay" in done.stderr, done.stderr)
    _, done = tool.list(run, AWS_SECRET_ACCESS_KEY=CANARY)
    check("a wrong key", b"signature" in done.stderr, done.stderr)
    _, done = tool.list(run, AWS_ACCESS_KEY_ID="AKIAUNKNOWN000000000")
    check("an unknown key", b"access key" in done.stderr, done.stderr)
    os.makedirs(home + "/.aws")
    with open(home + "/.aws/credentials", "w", encoding="utf-8") as f:
        f.write("[default]\naws_access_key_id = nobody\naws_secret_access_key = nothing\n\n[team one]\naws_access_key_id=%s\naws_secret_access_key = %s\n"
                % (tool.environment["AWS_ACCESS_KEY_ID"], tool.environment["AWS_SECRET_ACCESS_KEY"]))
    with open(home + "/.aws/config", "w", encoding="utf-8") as f:
        f.write("[profile team one]\nregion = eu-central-1\ns3 =\n  max_concurrent_requests = 3\n[profile asked]\ncredential_process = /bin/true\n")
    check("a profile", len(tool.list(run, AWS_PROFILE="team one", **none)[0]["files"]) > 3, tool.list(run, AWS_PROFILE="team one", **none)[1].stderr)
    _, done = tool.list(run, AWS_PROFILE="asked", **none)
    check("a program's credentials", b"from a program" in done.stderr, done.stderr)
    _, done = tool.list(run, AWS_PROFILE="gone", **none)
    check("no such profile", b"gone" in done.stderr, done.stderr)


def main():
    program = os.path.abspath(sys.argv[1])
    if len(sys.argv) == 2:
        made = subprocess.run([SUPPORT + "/mlflow_venv.sh", "3.17-s3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if made.returncode != 0:
            print(made.stderr.strip().splitlines()[-1] if made.stderr.strip() else "skipped: no S3 service here")
            return made.returncode
        return subprocess.run([made.stdout.strip(), "-B", os.path.abspath(__file__), program, "inside"], check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        home = folder + "/home"
        os.makedirs(home)
        for name in [n for n in os.environ if n.startswith("AWS_") or n.lower().endswith("_proxy")]:
            del os.environ[name]
        os.environ.update(HOME=home, MLFLOW_DISABLE_TELEMETRY="true", AWS_EC2_METADATA_DISABLED="true", TZ="UTC")
        server, address, key, secret = start_service()
        os.environ.update(AWS_ACCESS_KEY_ID=key, AWS_SECRET_ACCESS_KEY=secret, AWS_DEFAULT_REGION="eu-central-1", MLFLOW_S3_ENDPOINT_URL=address)
        client, run, many = make_runs(folder)
        tool = Tool(program, folder + "/mlflow.db", dict(os.environ))
        check_contents(tool, client, run, folder)
        check_resuming(tool, run, folder, int(address.rsplit(":", 1)[1]))
        check_paging(tool, many)
        check_server(tool, run, folder)
        check_refusals(tool, run, home)
        server.stop()
    print("%d checks failed" % len(failures) if failures else "all as MLflow has it")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
