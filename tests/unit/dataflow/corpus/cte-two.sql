-- reads: by_unit
WITH wellbeing AS (FROM by_unit), total AS (FROM wellbeing) FROM total
