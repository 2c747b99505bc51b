-- reads: courses_now
SELECT 'FROM wellbeing' FROM courses_now
