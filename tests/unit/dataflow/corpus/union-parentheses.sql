-- reads: wellbeing, by_unit
(FROM wellbeing) UNION (FROM by_unit)
