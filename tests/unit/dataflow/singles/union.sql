-- single: v
-- plain: n
SELECT count(*) AS n, avg(score) AS v FROM scores UNION ALL (SELECT count(*) AS n, max(score) AS v FROM scores)
