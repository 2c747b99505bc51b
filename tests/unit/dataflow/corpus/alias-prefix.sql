-- reads: wellbeing
SELECT w.n FROM w: wellbeing
