-- reads: courses_now
SELECT c.wellbeing FROM courses_now c
