-- reads: wellbeing, by_unit
FROM wellbeing EXCEPT FROM by_unit
