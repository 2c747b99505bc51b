SELECT size,
       sum(n) AS n,
       sum(n * after) / sum(n) FILTER (after IS NOT NULL) AS after
FROM t
GROUP BY ALL
ORDER BY size
