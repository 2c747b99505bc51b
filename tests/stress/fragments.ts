/** Pieces of SQL: harmless ones that make texts long enough to run, and whatever a hostile notebook may try. */
export const fragments: readonly string[] = `
1
'x'
id
age
score
*
count(*)
avg(score)
double_of(id)
AS n
AS "courses"
,
,
(
)
(SELECT 1)
FROM courses
FROM started
FROM range(3) t(i)
FROM (VALUES (1, 2)) v(a, b)
, courses AS other
JOIN started USING (id)
WHERE id > 1
GROUP BY ALL
ORDER BY ALL
LIMIT 2
UNION ALL SELECT 1
UNION ALL BY NAME SELECT 2 AS id
OVER ()
+
||
::VARCHAR
[1]
{'a': 1}
CASE WHEN true THEN 1 END
EXISTS (SELECT 1)
lambda x: x + 1
PIVOT (count(*) FOR age IN ('17+'))
-- a comment
/* open
*/
$$text$$
'open
"open
; DROP TABLE courses
; SELECT 1
) ; CREATE TABLE t (i INTEGER); SELECT (1
DROP TABLE courses
CREATE MACRO avg(x) AS 42
CREATE TEMP TABLE courses AS SELECT 1 AS id
CREATE OR REPLACE VIEW started AS SELECT 1
INSERT INTO courses VALUES (9)
DELETE FROM courses
UPDATE courses SET score = 1
(DELETE FROM courses RETURNING *)
SET threads = 1
SET VARIABLE x = 1
RESET ALL
PRAGMA database_list
CALL enable_logging()
CHECKPOINT
PREPARE p AS SELECT 1
EXECUTE p
BEGIN
ROLLBACK
USE memory
ATTACH ':memory:' AS other
COPY courses TO 'x.csv'
INSTALL httpfs
LOAD httpfs
EXPLAIN ANALYZE SELECT 1
DESCRIBE courses
SUMMARIZE courses
SHOW TABLES
setseed(0.5)
random()
nextval('s')
current_setting('threads')
set_config('threads', '1', false)
query('DROP TABLE courses')
query_table('courses')
read_csv('x.csv')
read_text('/etc/passwd')
glob('*')
getenv('HOME')
write_log('x')
enable_logging()
force_checkpoint()
FROM 'x.csv'
FROM "http://127.0.0.1:1/x.csv"
FROM duckdb_settings()
FROM information_schema.tables
FROM pg_catalog.pg_class
main.setseed(0.5)
"setseed"(0.5)
id.setseed()
`
  .split('\n')
  .filter((line) => line !== '');
