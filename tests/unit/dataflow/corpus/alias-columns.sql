-- reads: wellbeing
SELECT a FROM wellbeing AS w(a, b)
