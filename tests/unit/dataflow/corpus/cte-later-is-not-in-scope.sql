-- reads: total
WITH wellbeing AS (FROM total), total AS (FROM wellbeing) FROM total
