-- Since when the Company holds the registration (8); null while it does not.
ALTER TABLE offering ADD COLUMN suspended_at TIMESTAMP WITH TIME ZONE;

-- What the Company decided about the registration (8), and the instance that has every Holder told of it.
CREATE TABLE registration_decision (
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    n                   INTEGER NOT NULL,
    kind                VARCHAR(20) NOT NULL,
    decided_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by         VARCHAR(64) NOT NULL,
    process_instance_id VARCHAR(64),
    PRIMARY KEY (offering_id, n)
);

-- Whom it is told, by a dispatch id that is used once, and the evidence that it was.
CREATE TABLE decision_notice (
    offering_id VARCHAR(40) NOT NULL,
    n           INTEGER NOT NULL,
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    dispatch_id VARCHAR(90) NOT NULL UNIQUE,
    sent_on     DATE,
    evidence    VARCHAR(500),
    PRIMARY KEY (offering_id, n, holder_id),
    FOREIGN KEY (offering_id, n) REFERENCES registration_decision (offering_id, n)
);

-- The managing underwriter is dated: a later one takes the place of an earlier.
CREATE TABLE managing_underwriter (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    since       DATE NOT NULL,
    name        VARCHAR(200) NOT NULL,
    evidence    VARCHAR(500) NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL,
    PRIMARY KEY (offering_id, since)
);

-- Holders that counsel leaves out of an offering, on a ground, and when it took one back in.
CREATE TABLE holder_exclusion (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    reason      VARCHAR(20) NOT NULL,
    ground      VARCHAR(1000) NOT NULL,
    decided_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by  VARCHAR(64) NOT NULL,
    lifted_at   TIMESTAMP WITH TIME ZONE
);
CREATE INDEX holder_exclusion_by_offering ON holder_exclusion (offering_id, holder_id);

-- The day by which the Company asks a Holder to sign; the agreement sets none.
ALTER TABLE holder_signature ADD COLUMN due_on DATE;

-- The overall limit that the available shares came from, where one was stated; a limitation that stands although the
-- Holders have changed; and the ground on which counsel dealt out what the product leaves over, or sent the figures back.
ALTER TABLE allocation_round ADD COLUMN overall_limit NUMERIC(38, 0) CHECK (overall_limit >= 0);
ALTER TABLE allocation_round ADD COLUMN carried_over BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE allocation_round ADD COLUMN rest_dealt_out BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE allocation_round ADD COLUMN ground VARCHAR(1000);
