-- single: topped
-- plain: n, level
SELECT count(*) AS n, CASE WHEN max(score) > 90 THEN 'high' END AS topped, avg(CASE WHEN score > 9 THEN 1 ELSE 0 END) AS level FROM scores
