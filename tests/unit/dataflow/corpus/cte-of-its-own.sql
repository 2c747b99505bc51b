-- reads: courses_now
WITH wellbeing AS (FROM courses_now) SELECT * FROM wellbeing
