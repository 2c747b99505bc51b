-- single: top, twice
-- plain: n, mean
WITH peak AS (SELECT project, count(*) AS n, max(score) AS best FROM scores GROUP BY project),
     again AS (SELECT n, best AS top, 2 * best AS twice, avg(best) AS mean FROM peak GROUP BY ALL)
SELECT * FROM again
