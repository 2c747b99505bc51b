-- single: least, most, some
-- plain: n, middle, quarter, box
SELECT count(*) AS n, median(score) AS middle, quantile_cont(score, 0.25) AS quarter, quantile_cont(score, [0.25, 0.75]) AS box,
       quantile_cont(score, 0) AS least, quantile_disc(score, 1.0) AS most, quantile_cont(score, n / 10) AS some
FROM scores
