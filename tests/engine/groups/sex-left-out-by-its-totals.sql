SELECT age_group,
       sum(n) AS n,
       sum(n * change) / sum(n) FILTER (change IS NOT NULL) AS change
FROM t
WHERE sex IS NULL
GROUP BY ALL
ORDER BY age_group
