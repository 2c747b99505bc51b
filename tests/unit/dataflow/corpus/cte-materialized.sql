-- reads: by_unit
WITH wellbeing AS NOT MATERIALIZED (FROM by_unit) FROM wellbeing
