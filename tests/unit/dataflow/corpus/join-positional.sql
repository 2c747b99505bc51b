-- reads: wellbeing, by_unit
FROM wellbeing POSITIONAL JOIN by_unit
