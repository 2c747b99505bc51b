SELECT CASE WHEN who = 'b' OR who IS NULL THEN 'b eller ubesvaret'
            ELSE who END AS who,
       sum(n) AS n
FROM t
GROUP BY ALL
ORDER BY min(who)
