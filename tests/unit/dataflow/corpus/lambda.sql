-- reads: wellbeing
SELECT list_transform(list, lambda total: total + n) FROM wellbeing
