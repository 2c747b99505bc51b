SELECT CASE WHEN age_group IN ('3-10', '11-16') THEN 'under 17'
            WHEN age_group = '0-2' THEN '0–2 år'
            WHEN age_group = '17-24' THEN '17–24 år'
            ELSE age_group::VARCHAR END AS age_group,
       sum(n) AS n,
       sum(n * after) / sum(n) FILTER (after IS NOT NULL) AS after
FROM t
GROUP BY ALL
ORDER BY min(age_group) NULLS FIRST
