-- reads: wellbeing, by_unit, total
SELECT * FROM wellbeing w JOIN by_unit u ON w.unit = u.unit, total
