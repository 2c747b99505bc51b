-- reads: courses_now
SELECT project, total FROM courses_now WHERE by_unit > 3 GROUP BY ALL
