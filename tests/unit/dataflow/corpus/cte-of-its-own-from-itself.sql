-- reads: wellbeing
WITH wellbeing AS (SELECT * FROM wellbeing) FROM wellbeing
