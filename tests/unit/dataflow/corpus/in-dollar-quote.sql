-- reads: courses_now
SELECT $q$ FROM wellbeing $q$ FROM courses_now
