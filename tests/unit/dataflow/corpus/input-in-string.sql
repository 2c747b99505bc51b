-- reads: wellbeing
-- inputs: age
SELECT '$project' FROM wellbeing WHERE n = $Age
