"""read_csv and to_sql of units and results, then the same indexes and groups as the sqlite3 shell makes."""
import sqlite3
import sys

import pandas

folder, database, after = sys.argv[1:4]
with sqlite3.connect(database) as connection:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    pandas.read_csv(folder + "/units.csv").to_sql("unit", connection, index=False)
    connection.execute("CREATE UNIQUE INDEX unit_code ON unit (code)")
    pandas.read_csv(folder + "/results.csv").to_sql("result", connection, index=False)
    with open(after, encoding="utf-8") as script:
        for statement in script.read().split(";"):
            connection.execute(statement)
