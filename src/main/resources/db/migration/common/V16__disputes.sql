-- Numbers for disputes that come without an id of their own.
CREATE TABLE dispute_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Disputes that go to arbitration (11.5): the demand, its filing with JAMS, how it ended, who was found to prevail.
CREATE TABLE dispute (
    id             VARCHAR(40) PRIMARY KEY,
    claim_id       VARCHAR(40),
    offering_id    VARCHAR(40) REFERENCES offering (id),
    subject        VARCHAR(1000) NOT NULL,
    relief         VARCHAR(1000) NOT NULL,
    demanded_on    DATE NOT NULL,
    evidence       VARCHAR(500) NOT NULL,
    recorded_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by    VARCHAR(64) NOT NULL,
    jams_number    VARCHAR(40) UNIQUE,
    filed_on       DATE,
    seat           VARCHAR(80),
    agreed_rules   VARCHAR(500),
    filed_by       VARCHAR(64),
    outcome        VARCHAR(20),
    ended_on       DATE,
    arbitrator     VARCHAR(200),
    terms          VARCHAR(1000),
    outcome_paper  VARCHAR(500),
    award_finding  VARCHAR(30),
    outcome_by     VARCHAR(64),
    outcome_at     TIMESTAMP WITH TIME ZONE,
    found_ground   VARCHAR(1000),
    found_by       VARCHAR(64),
    found_at       TIMESTAMP WITH TIME ZONE,
    claim_told_at  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX dispute_by_claim ON dispute (claim_id, outcome_at);
CREATE INDEX dispute_by_offering ON dispute (offering_id, demanded_on);

-- In the order in which odd cents fall.
CREATE TABLE dispute_party (
    dispute_id VARCHAR(40) NOT NULL REFERENCES dispute (id),
    n          INTEGER NOT NULL,
    party      VARCHAR(80) NOT NULL,
    kind       VARCHAR(20) NOT NULL,
    side       VARCHAR(20) NOT NULL,
    name       VARCHAR(200) NOT NULL,
    submission VARCHAR(500),
    prevails   BOOLEAN,
    PRIMARY KEY (dispute_id, n),
    UNIQUE (dispute_id, party)
);

-- Costs that are settled together: those of the arbitration, then those of enforcing its award (11.5, 11.6).
CREATE TABLE dispute_cost_sheet (
    dispute_id       VARCHAR(40) NOT NULL REFERENCES dispute (id),
    number           INTEGER NOT NULL,
    opened_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    completed_by     VARCHAR(64),
    award_cents      NUMERIC(38, 0),
    unpaid_cents     NUMERIC(38, 0),
    disallowed_cents NUMERIC(38, 0),
    split_ground     VARCHAR(1000),
    approved         BOOLEAN DEFAULT FALSE NOT NULL,
    reason           VARCHAR(1000),
    decided_by       VARCHAR(64),
    decided_at       TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (dispute_id, number)
);

-- A bill is corrected by another that replaces it, never changed.
CREATE TABLE dispute_bill (
    dispute_id        VARCHAR(40) NOT NULL REFERENCES dispute (id),
    line              INTEGER NOT NULL,
    party             VARCHAR(80) NOT NULL,
    type              VARCHAR(40) NOT NULL,
    cents             NUMERIC(38, 0) NOT NULL CHECK (cents >= 0),
    reasonable_cents  NUMERIC(38, 0) CHECK (reasonable_cents >= 0),
    reasonable_ground VARCHAR(1000),
    unpaid            BOOLEAN NOT NULL,
    evidence          VARCHAR(500) NOT NULL,
    replaces          INTEGER,
    sheet             INTEGER,
    entered_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    entered_by        VARCHAR(64) NOT NULL,
    PRIMARY KEY (dispute_id, line)
);

-- Who pays how much of a sheet: as the award itself splits it, or else as worked out.
CREATE TABLE dispute_share (
    dispute_id VARCHAR(40) NOT NULL,
    sheet      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    party      VARCHAR(80) NOT NULL,
    cents      NUMERIC(38, 0) NOT NULL CHECK (cents >= 0),
    PRIMARY KEY (dispute_id, sheet, n),
    FOREIGN KEY (dispute_id, sheet) REFERENCES dispute_cost_sheet (dispute_id, number)
);
