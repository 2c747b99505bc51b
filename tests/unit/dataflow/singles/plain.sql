-- single: youngest, oldest, span
-- plain: project, n, age
SELECT project, count(*) AS n, avg(age) AS age, min(age) AS youngest, max(age) AS oldest, max(age) - min(age) AS span
FROM courses GROUP BY project
