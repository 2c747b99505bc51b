-- reads: courses_now
SELECT E'\' FROM wellbeing' FROM courses_now
