-- single: each, all_of_them
-- plain: n
SELECT count(*) AS n, list(score) AS each, string_agg(score::VARCHAR, ',') AS all_of_them FROM scores
