-- single: score, n
SELECT max(COLUMNS(*)) FROM scores
