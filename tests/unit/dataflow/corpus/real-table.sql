-- reads: nothing
SELECT * FROM courses
