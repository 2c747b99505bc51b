-- reads: wellbeing, by_unit
SELECT a FROM wellbeing w(a, n), by_unit
