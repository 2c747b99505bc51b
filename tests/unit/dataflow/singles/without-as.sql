-- single: high
-- plain: n
SELECT count(*) n, max(score) high FROM scores
