-- single: high
-- plain: n
FROM scores SELECT count(*) AS n, max(score) AS high
