-- reads: wellbeing
SELECT [total * 2 FOR total IN list IF total > 1] FROM wellbeing
