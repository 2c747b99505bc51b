-- reads: courses_now
SELECT count(*) AS total, avg(x) wellbeing FROM courses_now
