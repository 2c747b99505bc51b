-- reads: nothing
SELECT * FROM range(3) AS wellbeing(n)
