-- reads: wellbeing, by_unit
SELECT * FROM wellbeing w, by_unit u WHERE w.n = u.n
