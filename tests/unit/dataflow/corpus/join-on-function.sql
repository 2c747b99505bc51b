-- reads: wellbeing, by_unit
FROM wellbeing w JOIN by_unit u ON greatest(w.n, u.n) > 5
