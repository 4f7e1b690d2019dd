# SPDX-License-Identifier: GPL-3.0-or-later
"""database_copy.py ADDRESS SQLITE REVISION WITHOUT: makes MLflow's tables in an empty database by MLflow's own migrations, and copies the rows of
a SQLite database of the same or an older revision into them (none where SQLITE is empty, none of the tables in WITHOUT). For a Python that has MLflow."""
import sqlite3
import sys

import sqlalchemy
from alembic import command
from mlflow.store.db import utils

CHUNK = 20_000


def make_tables(engine, revision):
    from mlflow.store.tracking.dbmodels import initial_models

    if sqlalchemy.inspect(engine).has_table("experiments"):
        return
    initial_models.Base.metadata.create_all(engine)
    command.upgrade(utils._get_alembic_config(engine.url.render_as_string(hide_password=False)), revision or "heads")


def copy_text(cursor, table, columns, rows):
    """PostgreSQL's own bulk format: millions of rows in seconds."""
    import io

    def text(value):
        if value is None:
            return "\\N"
        return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")

    cursor.copy_expert('COPY "%s" (%s) FROM STDIN' % (table, ", ".join('"%s"' % c for c in columns)),
                       io.StringIO("".join("\t".join(map(text, row)) + "\n" for row in rows)))


def convert(column, value):
    if value is None:
        return None
    if isinstance(column.type, sqlalchemy.Boolean):
        return bool(value)
    return value


def copy(engine, path, without):
    source = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    metadata = sqlalchemy.MetaData()
    metadata.reflect(engine)
    with engine.begin() as connection:
        is_postgresql = engine.dialect.name == "postgresql"
        connection.exec_driver_sql("SET session_replication_role = replica" if is_postgresql else "SET foreign_key_checks = 0")
        for table in metadata.tables.values():
            if not table.name.startswith("alembic_version"):
                connection.execute(table.delete())
        for table in metadata.tables.values():
            there = [r[1] for r in source.execute('PRAGMA table_info("%s")' % table.name)]
            columns = [c for c in table.columns if c.name in there and not c.computed]
            if not columns or table.name.startswith("alembic_version") or table.name in without:
                continue
            if engine.dialect.name == "mysql" and table.name == "experiments":
                connection.exec_driver_sql("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')")
            rows = source.execute("SELECT %s FROM \"%s\" ORDER BY rowid" % (", ".join('"%s"' % c.name for c in columns), table.name))
            raw = connection.connection.cursor()
            quote = "`" if engine.dialect.name == "mysql" else '"'
            insert = "INSERT INTO %s (%s) VALUES (%s)" % (quote + table.name + quote, ", ".join(quote + c.name + quote for c in columns),
                                                          ", ".join(["%s"] * len(columns)))
            while chunk := rows.fetchmany(CHUNK):
                values = [tuple(convert(c, v) for c, v in zip(columns, row)) for row in chunk]
                if is_postgresql:
                    copy_text(raw, table.name, [c.name for c in columns], values)
                else:
                    raw.executemany(insert, values)
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("ANALYZE" if is_postgresql else "ANALYZE TABLE runs, params, tags, latest_metrics, metrics")


def main():
    address, path, revision, without = sys.argv[1:5]
    engine = sqlalchemy.create_engine(address)
    make_tables(engine, revision)
    if path:
        copy(engine, path, without.split(","))


if __name__ == "__main__":
    main()
