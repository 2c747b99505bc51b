-- left out: other
SELECT CASE WHEN who IN ('a', 'b') THEN 'a og b'
            ELSE who END AS who,
       sum(n) AS n,
       sum(mark_n) AS mark_n,
       sum(mark_n * mark) / sum(mark_n) FILTER (mark IS NOT NULL) AS mark
FROM t
GROUP BY ALL
ORDER BY min(who)
