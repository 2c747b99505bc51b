-- single: project, score
SELECT project, score FROM scores QUALIFY row_number() OVER (PARTITION BY project ORDER BY score) = 1
