-- reads: wellbeing, by_unit
TABLE wellbeing UNION ALL TABLE by_unit
