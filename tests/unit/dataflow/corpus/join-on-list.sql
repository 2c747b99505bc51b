-- reads: wellbeing, by_unit, total
FROM wellbeing w JOIN by_unit u ON w.unit IN [1, u.unit, n], total
