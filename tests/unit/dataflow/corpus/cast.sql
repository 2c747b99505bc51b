-- reads: wellbeing
SELECT CAST(n AS DECIMAL(10, 2)), n::DECIMAL(4, 1) FROM wellbeing
