-- reads: wellbeing
-- inputs: project, age
SELECT * FROM wellbeing WHERE project = $project AND n BETWEEN $age.low AND $age.high
