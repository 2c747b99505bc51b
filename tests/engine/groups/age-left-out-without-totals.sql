SELECT sex,
       sum(n) AS n
FROM t
WHERE age_group IS NOT NULL
GROUP BY ALL
ORDER BY sex
