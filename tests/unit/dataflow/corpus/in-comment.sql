-- reads: courses_now
SELECT * -- FROM wellbeing
FROM /* wellbeing, /* nested */ by_unit */ courses_now
