-- single: Det højeste
-- plain: n
SELECT count(*) AS n, "max"(score) AS "Det højeste" FROM scores
