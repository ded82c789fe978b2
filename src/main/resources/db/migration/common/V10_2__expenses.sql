-- A settlement of costs: bills are entered until they are said to be all, allocated, and approved or sent back (5).
CREATE TABLE expense_settlement (
    offering_id       VARCHAR(40) NOT NULL REFERENCES offering (id),
    number            INTEGER NOT NULL CHECK (number > 0),
    opened_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    completed_by      VARCHAR(64),
    basis             VARCHAR(20),
    company_shares    NUMERIC(38, 0),
    other_shares      NUMERIC(38, 0),
    approved          BOOLEAN,
    reason            VARCHAR(1000),
    decided_by        VARCHAR(64),
    decided_at        TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (offering_id, number)
);

-- A bill is never changed: another that replaces it is entered, until the settlement that holds it is approved.
ALTER TABLE expense_item ADD COLUMN replaces INTEGER;
ALTER TABLE expense_item ADD COLUMN settlement INTEGER;
ALTER TABLE expense_item ADD COLUMN entered_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE expense_item ADD COLUMN entered_by VARCHAR(64);
UPDATE expense_item SET entered_at = CURRENT_TIMESTAMP, entered_by = 'system';
ALTER TABLE expense_item ALTER COLUMN entered_at SET NOT NULL;
ALTER TABLE expense_item ALTER COLUMN entered_by SET NOT NULL;
ALTER TABLE expense_item ADD FOREIGN KEY (offering_id, replaces) REFERENCES expense_item (offering_id, line);
ALTER TABLE expense_item ADD FOREIGN KEY (offering_id, settlement) REFERENCES expense_settlement (offering_id, number);
ALTER TABLE expense_item ADD UNIQUE (offering_id, replaces);

-- Who bears which part of which bill. What was shared in one sum before is allocated and approved anew.
DROP TABLE expense_share;
CREATE TABLE expense_part (
    offering_id VARCHAR(40) NOT NULL,
    line        INTEGER NOT NULL,
    bearer      VARCHAR(40) NOT NULL,
    cents       NUMERIC(38, 0) NOT NULL CHECK (cents > 0),
    PRIMARY KEY (offering_id, line, bearer),
    FOREIGN KEY (offering_id, line) REFERENCES expense_item (offering_id, line)
);
