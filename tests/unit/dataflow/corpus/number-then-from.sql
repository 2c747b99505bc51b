-- reads: wellbeing
SELECT 1FROM wellbeing
