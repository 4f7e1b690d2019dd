# SPDX-License-Identifier: GPL-3.0-or-later
"""A real PostgreSQL or MariaDB server of the distribution, in a folder of its own, over a Unix socket and the loopback.

    with database_server.start("postgresql", FOLDER) as server:
        server.address          # postgresql://assay@localhost/mlflow?host=FOLDER/run, as Assay takes it
        server.alchemy          # the same for MLflow
        server.fill(STORE)      # MLflow's own tables with the rows of a fixture's SQLite database

Ends the process with status 77 (skipped) where the server is not installed, or pip cannot get what MLflow needs to speak to it.
Servers that refuse to work for root work for the user "nobody"."""
import glob
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
NAME, USER = "mlflow", "assay"


def skip(why):
    print("skipped: " + why)
    sys.exit(77)


def python_with_drivers():
    """A Python that has MLflow, and the folder for PYTHONPATH that holds the drivers of both databases."""
    made = subprocess.run([HERE + "/mlflow_venv.sh"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode != 0:
        print(made.stderr.strip().splitlines()[-1] if made.stderr.strip() else "skipped: no MLflow here")
        sys.exit(made.returncode)
    python = made.stdout.strip()
    drivers = os.path.dirname(os.path.dirname(os.path.dirname(python))) + "/database-drivers"
    with open(drivers + ".lock", "w", encoding="utf-8") as lock:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(drivers + "/ready"):
            got = subprocess.run([python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "1", "--timeout", "20",
                                  "--upgrade", "--target", drivers, "psycopg2-binary", "pymysql"],
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
            if got.returncode != 0:
                skip("no drivers of databases here: " + got.stdout.strip().splitlines()[-1])
            open(drivers + "/ready", "w", encoding="utf-8").close()
    return python, drivers


class Server:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.run = self.folder + "/run"
        self.password = self.secret()
        self.process = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        # A MariaDB that starts removes what others have of temporary tables in the folder that it takes for such.
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": self.folder, "TMPDIR": self.folder}
        for name in [n for n in self.environment if n.startswith(("PG", "MYSQL"))]:
            del self.environment[name]

    def secret(self):
        """The same for the same folder."""
        os.makedirs(self.run, exist_ok=True)
        if not os.path.exists(self.run + "/password"):
            with open(self.run + "/password", "w", encoding="utf-8") as f:
                f.write(secrets.token_hex(8))
        with open(self.run + "/password", encoding="utf-8") as f:
            return f.read()

    def passwords(self):
        """The environment in which clients of both kinds find the password."""
        return {"PGPASSWORD": self.password, "MYSQL_PWD": self.password}

    def give_away(self):
        """The folder to the user that the server is, and a way to it."""
        if os.getuid() != 0:
            return
        for where, folders, files in os.walk(self.folder):
            for name in [where] + [where + "/" + n for n in files]:
                os.chown(name, self.user.pw_uid, self.user.pw_gid)
        os.chmod(self.folder, 0o755)

    def as_user(self):
        return {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}

    def do(self, *command, text=None):
        done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, cwd=self.folder,
                              env=self.environment, **self.as_user())
        if done.returncode != 0:
            raise RuntimeError("%s: %s" % (command[0], done.stdout[-2000:]))
        return done.stdout

    def launch(self, command):
        self.log = open(self.folder + "/server.log", "w", encoding="utf-8")
        self.process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
                                        env=self.environment, **self.as_user())

    def wait_until(self, ready):
        for _ in range(600):
            if self.process.poll() is not None:
                break
            if ready():
                return
            time.sleep(0.05)
        raise RuntimeError("the database did not start: " + open(self.log.name, encoding="utf-8").read()[-2000:])

    def __enter__(self):
        self.give_away()
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.log.close()

    def fill(self, database=None, revision=None, without=""):
        """MLflow's tables (of its newest revision, or of another one), and the rows of a SQLite database in them."""
        python, drivers = python_with_drivers()
        done = subprocess.run([python, "-B", HERE + "/database_copy.py", self.alchemy, database or "", revision or "", without], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              env={**self.environment, "PYTHONPATH": drivers, "MLFLOW_DISABLE_TELEMETRY": "true"})
        if done.returncode != 0:
            raise RuntimeError("MLflow's tables could not be made: " + done.stdout[-3000:])


class PostgreSql(Server):
    kind = "postgresql"
    pooler = None

    def __init__(self, folder):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda p: int(p.split("/")[4]))
        if not found:
            skip("PostgreSQL is not installed")
        super().__init__(folder)
        self.bin = os.path.dirname(found[-1])
        self.address = "postgresql://%s@localhost:%d/%s?host=%s" % (USER, self.port, NAME, self.run)
        self.loopback = "postgresql://%s@127.0.0.1:%d/%s" % (USER, self.port, NAME)
        self.alchemy = "postgresql+psycopg2://%s@/%s?host=%s&port=%d" % (USER, NAME, self.run, self.port)

    def start(self):
        data = self.folder + "/data"
        if not os.path.exists(data):
            self.do(self.bin + "/initdb", "-D", data, "-U", USER, "-E", "UTF8", "--no-sync", "--pwfile=" + self.run + "/password",
                    "--auth-local=trust", "--auth-host=scram-sha-256")
        self.launch([self.bin + "/postgres", "-D", data, "-k", self.run, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
                     "-c", "fsync=off", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "jit=off"])
        self.wait_until(lambda: subprocess.run([self.bin + "/pg_isready", "-q", "-h", self.run, "-p", str(self.port)], check=False).returncode == 0)
        if NAME not in self.sql("SELECT datname FROM pg_database", "postgres").split():
            self.sql("CREATE DATABASE " + NAME, "postgres")

    def pool(self):
        """The port of a pgbouncer that shares one session between all, for one transaction at a time; 0 where it is not installed."""
        program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin")
        if not program:
            return 0
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with open(self.run + "/users", "w", encoding="utf-8") as users:
            users.write('"%s" "%s"\n' % (USER, self.password))
        with open(self.run + "/pgbouncer.ini", "w", encoding="utf-8") as settings:
            settings.write("[databases]\n* = host=127.0.0.1 port=%d\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %d\nunix_socket_dir =\n"
                           "auth_type = plain\nauth_file = %s/users\npool_mode = transaction\ndefault_pool_size = 1\nmax_db_connections = 1\n"
                           % (self.port, port, self.run))
        self.give_away()
        self.pooler = subprocess.Popen([program, "-q", self.run + "/pgbouncer.ini"], cwd=self.folder, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment, **self.as_user())
        return port

    def __exit__(self, *how):
        if self.pooler:
            self.pooler.kill()
            self.pooler.wait()
        super().__exit__(*how)

    def sql(self, text, database=NAME):
        return self.do(self.bin + "/psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.run, "-p", str(self.port), "-U", USER,
                       "-d", database, "-f", "-", text=text)


class MariaDb(Server):
    kind = "mysql"

    def __init__(self, folder):
        self.program = shutil.which("mariadbd", path="/usr/sbin:/usr/bin:/usr/local/sbin")
        self.install = shutil.which("mariadb-install-db")
        if not self.program or not self.install:
            skip("MariaDB is not installed")
        super().__init__(folder)
        self.socket = self.run + "/socket"
        self.address = "mysql://%s@localhost/%s?unix_socket=%s" % (USER, NAME, self.socket)
        self.loopback = "mysql://%s@127.0.0.1:%d/%s" % (USER, self.port, NAME)
        self.alchemy = "mysql+pymysql://%s:%s@localhost/%s?unix_socket=%s" % (USER, self.password, NAME, self.socket)

    def start(self):
        data = self.folder + "/data"
        if not os.path.exists(data):
            self.do(self.install, "--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal", "--skip-test-db")
        self.launch([self.program, "--no-defaults", "--datadir=" + data, "--socket=" + self.socket, "--bind-address=127.0.0.1,127.0.0.2", "--port=%d" % self.port,
                     "--pid-file=" + self.run + "/pid", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=512M", "--skip-name-resolve",
                     "--max-allowed-packet=64M", "--skip-innodb-doublewrite", "--innodb-flush-method=nosync", "--skip-log-bin"] + self.certificate())
        self.wait_until(lambda: os.path.exists(self.socket) and self.client("SELECT 1") is not None)
        self.sql("CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4; " % NAME + "".join(
            "CREATE USER IF NOT EXISTS %s@'%s' IDENTIFIED BY '%s'; GRANT ALL ON %s.* TO %s@'%s' WITH GRANT OPTION; GRANT RELOAD, CREATE USER ON *.* TO %s@'%s';"
            % (USER, h, self.password, NAME, USER, h, USER, h)
            for h in ("localhost", "127.0.0.1")), "")

    def certificate(self):
        """One that it signs itself, for those who ask for TLS; FLUSH SSL reads it again."""
        certificate, key = self.run + "/server.crt", self.run + "/server.key"
        if not shutil.which("openssl"):
            return []
        if not os.path.exists(key):
            self.do("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3", "-subj", "/CN=itself", "-keyout", key, "-out", certificate)
        return ["--ssl-cert=" + certificate, "--ssl-key=" + key]

    def client(self, text, database=""):
        done = subprocess.run(["mariadb", "--no-defaults", "--socket=" + self.socket, "-u", "root", "-N", "-B"] + ([database] if database else []), input=text,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.stdout if done.returncode == 0 else None

    def sql(self, text, database=NAME):
        done = self.client(text, database)
        if done is None:
            raise RuntimeError("mariadb: " + text[:200])
        return done


    def pool(self):
        return 0


def start(kind, folder):
    return {"postgresql": PostgreSql, "mysql": MariaDb}[kind](folder)


if __name__ == "__main__":
    # KIND FOLDER [SQLITE-DATABASE [TABLES,…]]: keeps one running until its input ends; prints its addresses. It is filled once, without
    # the rows of those tables.
    with start(sys.argv[1], sys.argv[2]) as running:
        filled = running.folder + "/filled"
        if len(sys.argv) > 3 and not os.path.exists(filled):
            running.fill(sys.argv[3], without=sys.argv[4] if len(sys.argv) > 4 else "")
            open(filled, "w", encoding="utf-8").close()
        print(running.address, running.loopback, running.password, running.alchemy, running.pool(), flush=True)
        sys.stdin.read()
