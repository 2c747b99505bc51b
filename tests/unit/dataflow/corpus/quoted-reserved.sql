-- reads: order
SELECT * FROM "order"
