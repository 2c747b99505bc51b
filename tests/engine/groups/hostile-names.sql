SELECT CASE WHEN "My ""unit"", x" IN ('it''s', '"; DROP TABLE courses; --', E'two\nlines \\ here') THEN '''); SELECT 1; --'
            ELSE "My ""unit"", x" END AS "My ""unit"", x",
       sum(n) AS n
FROM t
GROUP BY ALL
ORDER BY min("My ""unit"", x")
