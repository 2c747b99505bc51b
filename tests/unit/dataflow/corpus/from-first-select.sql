-- reads: wellbeing
FROM wellbeing SELECT age_group, n
