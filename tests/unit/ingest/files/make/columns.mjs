// Writes the Parquet and Arrow files that DuckDB and Arrow's own JavaScript can: node columns.mjs, in this folder.
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import * as arrow from 'apache-arrow';

// --- DuckDB: a column of every type, and every way of packing -------------------------------------------------------
const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await duckdb.run("SET TimeZone = 'UTC'");
const values = `SELECT * FROM (VALUES
  ('c1', 7, 7000000000, 0.1::DOUBLE, 1.10::DECIMAL(5, 2), true, DATE '2018-12-31', TIMESTAMP '2018-12-31 14:30:00', TIMESTAMPTZ '2018-12-30 23:00:00+00', TIME '08:15:00', 'girl'::ENUM ('girl', 'boy'), [1, 2], {'a': 1}, 'x'::BLOB, UUID '12345678-1234-1234-1234-123456789abc'),
  ('æøå €, "x"', NULL, NULL, 'nan', 0.30, false, NULL, NULL, TIMESTAMPTZ '2018-06-30 22:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL)
) t(course_id, age, big, mark, price, misuse_by_mother, registered_on, local, instant, clock, sex, list, record, bytes, uuid)`;
for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli']) {
  await duckdb.run(`COPY (${values}) TO '../duckdb-${codec}.parquet' (FORMAT parquet, COMPRESSION ${codec})`);
}

// --- Arrow's own JavaScript: a file and a stream, several batches, dictionaries --------------------------------------
const batches = [
  { course_id: ['c1', 'c2'], age: [7, null], at: [Date.UTC(2018, 11, 30, 23), null], sex: ['girl', 'boy'] },
  { course_id: ['c3'], age: [12], at: [Date.UTC(2018, 5, 30, 22, 30)], sex: ['girl'] },
];
const [text, sex] = [new arrow.Utf8(), new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32(), 1)];
const types = {
  course_id: text,
  age: new arrow.Int64(),
  registered_on: new arrow.DateDay(),
  at: new arrow.TimestampMillisecond('Europe/Copenhagen'),
  mark: new arrow.Float64(),
  price: new arrow.Float32(),
  misuse_by_mother: new arrow.Bool(),
  clock: new arrow.TimeMicrosecond(),
  sex,
  list: new arrow.List(new arrow.Field('item', new arrow.Int32())),
};
const schema = new arrow.Schema(
  Object.entries(types).map(([name, type]) => new arrow.Field(name, type, true)),
);
const dictionary = arrow.vectorFromArray(['girl', 'boy'], new arrow.Utf8());
const table = new arrow.Table(
  schema,
  batches.map(({ course_id, age, at, sex: codes }) => {
    const columns = {
      course_id: arrow.vectorFromArray(course_id, types.course_id),
      age: arrow.vectorFromArray(
        age.map((value) => (value === null ? null : BigInt(value))),
        types.age,
      ),
      registered_on: arrow.vectorFromArray(at, types.registered_on),
      at: arrow.vectorFromArray(at, types.at),
      mark: arrow.vectorFromArray(
        age.map((value) => (value === null ? NaN : value / 10)),
        types.mark,
      ),
      price: arrow.vectorFromArray(
        age.map((value) => (value === null ? null : value / 2)),
        types.price,
      ),
      misuse_by_mother: arrow.vectorFromArray(
        age.map((value) => (value === null ? null : value > 7)),
        types.misuse_by_mother,
      ),
      clock: arrow.vectorFromArray(
        age.map((value) => (value === null ? null : BigInt(value) * 3_600_000_000n)),
        types.clock,
      ),
      sex: arrow.makeVector({
        type: sex,
        dictionary,
        data: Int32Array.from(codes, (code) => (code === 'girl' ? 0 : 1)),
        length: codes.length,
        nullCount: 0,
      }),
      list: arrow.vectorFromArray(
        age.map(() => [1, 2]),
        types.list,
      ),
    };
    const data = arrow.makeData({
      type: new arrow.Struct(schema.fields),
      length: course_id.length,
      nullCount: 0,
      children: Object.values(columns).map((column) => column.data[0]),
    });
    return new arrow.RecordBatch(schema, data);
  }),
);
writeFileSync('../apache.arrow', arrow.tableToIPC(table, 'file'));
writeFileSync('../apache-stream.arrow', arrow.tableToIPC(table, 'stream'));
