-- single: best, worst
-- plain: n, mean
SELECT count(*) AS n, avg(s.score) AS mean, (SELECT max(score) FROM scores) AS best, any_value(t.low) AS worst
FROM scores AS s, (SELECT min(score) AS low FROM scores) AS t
