-- single: min(score), max(DISTINCT score)
-- plain: n, avg(score)
SELECT count(*) AS n, min(score), max(DISTINCT score), avg(score) FROM scores
