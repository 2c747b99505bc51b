-- single: high
WITH RECURSIVE r(high) AS (SELECT max(score) AS high FROM scores UNION ALL SELECT high - 1 AS high FROM r WHERE high > 0)
SELECT high FROM r
