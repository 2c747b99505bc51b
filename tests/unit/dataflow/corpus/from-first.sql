-- reads: wellbeing
FROM wellbeing
