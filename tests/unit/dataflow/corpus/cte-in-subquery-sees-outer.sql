-- reads: by_unit
WITH total AS (FROM by_unit) SELECT (SELECT max(n) FROM total)
