-- reads: wellbeing
SELECT * FROM range(3) t(i), wellbeing WHERE i = n
