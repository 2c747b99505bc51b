-- single: oldest
-- plain: n
WITH "above" AS (
SELECT project, count(*) AS n, max(age) AS oldest FROM courses GROUP BY project
), "below" AS (
SELECT a.n, a.oldest FROM above AS a JOIN courses AS c USING (project)
)
SELECT * FROM "below"
