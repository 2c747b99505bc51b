-- reads: wellbeing
SELECT w.n FROM wellbeing w
