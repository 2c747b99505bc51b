-- reads: wellbeing, by_unit
FROM wellbeing w WHERE EXISTS (FROM by_unit u WHERE u.unit = w.unit)
