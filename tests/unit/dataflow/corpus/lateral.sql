-- reads: wellbeing, by_unit
FROM wellbeing w, LATERAL (SELECT * FROM by_unit u WHERE u.unit = w.unit)
