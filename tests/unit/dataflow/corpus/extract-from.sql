-- reads: wellbeing
SELECT extract(year FROM by_unit) FROM wellbeing
