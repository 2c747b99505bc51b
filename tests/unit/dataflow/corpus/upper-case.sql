-- reads: wellbeing
SELECT * FROM WELLBEING
