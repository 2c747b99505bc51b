-- single: project, score
SELECT DISTINCT ON (project) project, score FROM scores ORDER BY score
