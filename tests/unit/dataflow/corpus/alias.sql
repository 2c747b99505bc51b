-- reads: wellbeing
SELECT w.n FROM wellbeing AS w
