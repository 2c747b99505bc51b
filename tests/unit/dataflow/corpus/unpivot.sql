-- reads: wellbeing
FROM wellbeing UNPIVOT (score FOR scale IN (total, n))
