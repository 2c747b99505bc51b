SELECT CASE WHEN sex IN ('girl', 'boy', 'other') THEN 'alle børn'
            ELSE sex::VARCHAR END AS sex,
       residence,
       sum(n) AS n,
       sum(sum(n)) OVER (PARTITION BY CASE WHEN sex IN ('girl', 'boy', 'other') THEN 'alle børn'
            ELSE sex::VARCHAR END) AS known,
       sum(n) / nullif(sum(sum(n)) OVER (PARTITION BY CASE WHEN sex IN ('girl', 'boy', 'other') THEN 'alle børn'
            ELSE sex::VARCHAR END), 0) AS share
FROM t
GROUP BY 1, 2
ORDER BY min(sex), residence
