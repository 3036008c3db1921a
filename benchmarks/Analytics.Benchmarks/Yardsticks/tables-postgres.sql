CREATE TABLE unit (code TEXT PRIMARY KEY, name TEXT, kind TEXT, level TEXT, parent TEXT, valid_from TEXT, valid_to TEXT, area TEXT);
CREATE TABLE result (
  round TEXT, unit TEXT, position TEXT, official TEXT, official_code TEXT, born INTEGER, held_on TEXT,
  present INTEGER, issued INTEGER, collected INTEGER, valid INTEGER, invalid INTEGER, confidence INTEGER, no_confidence INTEGER);
