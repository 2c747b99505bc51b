-- reads: wellbeing, total
FROM wellbeing WHERE n > ALL (SELECT n FROM total)
