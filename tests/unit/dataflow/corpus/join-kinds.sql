-- reads: wellbeing, by_unit, total
FROM wellbeing SEMI JOIN by_unit USING (unit) ANTI JOIN total USING (unit)
