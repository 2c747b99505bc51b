-- reads: wellbeing
SELECT n AS from FROM wellbeing
