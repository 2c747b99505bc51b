-- reads: wellbeing
SELECT substring(unit FROM 2), trim(BOTH FROM total) FROM wellbeing
