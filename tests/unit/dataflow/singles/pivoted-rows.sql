-- single: before
-- plain: course_id
WITH pivoted AS (SELECT course_id, max(score) AS before FROM scores GROUP BY course_id)
SELECT course_id, before FROM pivoted
