-- Closings of an offering, numbered from 1, the final one last; and what others than Holders sold in each (1.7(w), 5).
CREATE TABLE closing (
    offering_id   VARCHAR(40) NOT NULL REFERENCES offering (id),
    number        INTEGER NOT NULL CHECK (number > 0),
    closed_on     DATE NOT NULL,
    is_final      BOOLEAN NOT NULL,
    company_sold  NUMERIC(38, 0) NOT NULL CHECK (company_sold >= 0),
    company_basis VARCHAR(20) NOT NULL,
    others_sold   NUMERIC(38, 0) NOT NULL CHECK (others_sold >= 0),
    others_basis  VARCHAR(20) NOT NULL,
    ceased        BOOLEAN NOT NULL,
    recorded_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by   VARCHAR(64) NOT NULL,
    PRIMARY KEY (offering_id, number)
);

-- An offering that closed before closings were numbered had one, in which all was sold that was registered.
INSERT INTO closing
SELECT offering.id, 1, offering.closed_on, TRUE, offering.company_shares, 'AS_REGISTERED',
    COALESCE((SELECT SUM(other.included) FROM allocation_other other
        WHERE other.offering_id = offering.id AND other.round = (SELECT MAX(latest.round)
            FROM allocation_round latest WHERE latest.offering_id = offering.id AND NOT latest.overtaken)), 0),
    'AS_REGISTERED', TRUE, CURRENT_TIMESTAMP, 'system'
FROM offering WHERE offering.closed_on IS NOT NULL;

UPDATE offering SET phase = 'CLOSED' WHERE closed_on IS NOT NULL AND phase = 'EFFECTIVE';

ALTER TABLE sale ADD COLUMN closing INTEGER;
UPDATE sale SET closing = 1;
ALTER TABLE sale ALTER COLUMN closing SET NOT NULL;
ALTER TABLE sale ADD FOREIGN KEY (offering_id, closing) REFERENCES closing (offering_id, number);
