-- plain: n, before, after, high
WITH pivoted AS (
  SELECT course_id, max(score) FILTER (wave = 'before') AS before, arg_max(score, answered_on) AS after
  FROM scores GROUP BY course_id
)
SELECT count(*) AS n, avg(before) AS before, avg(after) AS after, count(*) FILTER (after > 50) / count(*) AS high
FROM pivoted
