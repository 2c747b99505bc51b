-- reads: wellbeing
SELECT u FROM wellbeing, unnest(list) AS t(u)
