-- reads: wellbeing, by_unit, total
FROM wellbeing JOIN by_unit USING (unit) CROSS JOIN total
