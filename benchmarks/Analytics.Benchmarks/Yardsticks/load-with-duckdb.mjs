// COPY of units and results into a new DuckDB file, then the same indexes and groups as the sqlite3 shell makes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, folder, database, after] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(packages + "/")("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(database)).connect();
const statements = [
  "CREATE TABLE unit (code TEXT PRIMARY KEY, name TEXT, kind TEXT, level TEXT, parent TEXT, valid_from TEXT, valid_to TEXT, area TEXT)",
  `CREATE TABLE result (round TEXT, unit TEXT, position TEXT, official TEXT, official_code TEXT, born INTEGER, held_on TEXT,
     present INTEGER, issued INTEGER, collected INTEGER, valid INTEGER, invalid INTEGER, confidence INTEGER, no_confidence INTEGER)`,
  `COPY unit FROM '${folder}/units.csv' (HEADER)`,
  `COPY result FROM '${folder}/results.csv' (HEADER)`,
  ...readFileSync(after, "utf8").split(";").filter(s => s.trim()),
  "CHECKPOINT",
];
for (const statement of statements) await connection.run(statement);
