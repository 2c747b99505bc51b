SELECT sex,
       CASE WHEN residence IN ('mother', 'father') THEN 'hos mor eller far'
            WHEN residence = 'both_parents' THEN 'Hjemme hos begge forældre'
            WHEN residence = 'shared' THEN 'Delvist hos mor og far'
            WHEN residence = 'independent' THEN 'Udeboende'
            WHEN residence = 'placed' THEN 'Anbragt'
            WHEN residence = 'homeless' THEN 'Uden bolig'
            WHEN residence = 'relatives' THEN 'Hos andre familiemedlemmer'
            WHEN residence = 'other' THEN 'Andet'
            ELSE residence::VARCHAR END AS residence,
       sum(n) AS n,
       sum(sum(n)) OVER (PARTITION BY sex) AS known,
       sum(n) / nullif(sum(sum(n)) OVER (PARTITION BY sex), 0) AS share
FROM t
GROUP BY 1, 2
ORDER BY sex, min(residence)
