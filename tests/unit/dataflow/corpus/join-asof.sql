-- reads: wellbeing, by_unit
FROM wellbeing w ASOF LEFT JOIN by_unit u ON w.day >= u.day
