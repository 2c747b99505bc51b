-- reads: wellbeing
SELECT * FROM /* here */ -- and there
wellbeing
