-- reads: wellbeing, by_unit
SELECT * FROM wellbeing LEFT JOIN by_unit USING (unit)
