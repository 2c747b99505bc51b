-- plain: step, n, share, part
WITH steps AS (SELECT step, count(*) AS n, count(*) AS courses FROM courses GROUP BY step)
SELECT step, n, n / nullif(max(n) OVER (), 0) AS share, n / any_value(courses) AS part FROM steps GROUP BY ALL
