-- single: high
-- plain: n
SELECT t.* FROM (SELECT count(*) AS n, max(score) AS high FROM scores) AS t
