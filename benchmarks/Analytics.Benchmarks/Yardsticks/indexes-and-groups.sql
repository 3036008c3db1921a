CREATE UNIQUE INDEX result_key ON result (round, unit, position, official_code);
CREATE INDEX result_unit ON result (unit, round);
CREATE TABLE group_sums AS
  SELECT r.round, u.parent AS district, r.position, count(*) AS officials, sum(r.valid) AS base, sum(r.confidence) AS favourable, sum(r.no_confidence) AS low
  FROM result r JOIN unit u ON u.code = r.unit GROUP BY r.round, u.parent, r.position;
CREATE TABLE group_squares AS
  SELECT r.round, u.parent AS district, r.position, sum(r.no_confidence * r.no_confidence) AS low_low, sum(r.no_confidence * r.valid) AS low_base, sum(r.valid * r.valid) AS base_base
  FROM result r JOIN unit u ON u.code = r.unit GROUP BY r.round, u.parent, r.position;
