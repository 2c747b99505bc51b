-- plain: project, n
SELECT project, count(*) AS n FROM courses GROUP BY project HAVING max(age) > 3 ORDER BY min(age)
