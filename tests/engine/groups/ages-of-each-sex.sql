-- left out: sd, middle
SELECT sex,
       CASE WHEN age_group IN ('11-16', '17-24') THEN '11 år og derover'
            WHEN age_group = '0-2' THEN '0–2 år'
            WHEN age_group = '3-10' THEN '3–10 år'
            ELSE age_group::VARCHAR END AS age_group,
       sum(n) AS n,
       sum(n * before) / sum(n) FILTER (before IS NOT NULL) AS before,
       sum(n * difference) / sum(n) FILTER (difference IS NOT NULL) AS difference,
       sum(n * up) / sum(n) FILTER (up IS NOT NULL) AS up
FROM t
GROUP BY ALL
ORDER BY sex, min(age_group)
