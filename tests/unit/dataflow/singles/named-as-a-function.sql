-- plain: max, list, n
SELECT avg(score) AS max, count(*) AS n, stddev_samp(score) AS list FROM scores
