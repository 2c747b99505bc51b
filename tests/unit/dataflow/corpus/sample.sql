-- reads: wellbeing, by_unit
SELECT * FROM wellbeing TABLESAMPLE 10%, by_unit
