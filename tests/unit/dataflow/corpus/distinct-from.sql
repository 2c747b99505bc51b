-- reads: wellbeing
SELECT a IS DISTINCT FROM total, b IS NOT DISTINCT FROM by_unit FROM wellbeing
