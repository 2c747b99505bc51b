-- reads: wellbeing, total
SELECT n / (SELECT max(n) FROM total) FROM wellbeing
