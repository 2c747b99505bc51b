-- reads: wellbeing
SELECT * FROM (WITH wellbeing AS (SELECT 1) FROM wellbeing), wellbeing
