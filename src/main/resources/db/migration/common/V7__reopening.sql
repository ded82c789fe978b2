-- A notice is overdue some days after it went out, a reminder goes out once, and counsel may go on without a notice.
ALTER TABLE holder_election ADD COLUMN dispatched_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE holder_election ADD COLUMN reminded_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE holder_election ADD COLUMN without_notice_ground VARCHAR(1000);
ALTER TABLE holder_election ADD COLUMN without_notice_by VARCHAR(64);

-- An allocation that rests on elections which were reopened since is none.
ALTER TABLE allocation_round ADD COLUMN overtaken BOOLEAN DEFAULT FALSE NOT NULL;

-- Who became a Holder after the notice, and what counsel made of it (1.2, 2.1).
CREATE TABLE new_holder (
    offering_id        VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id          VARCHAR(40) NOT NULL REFERENCES holder (id),
    registrable_shares NUMERIC(38, 0) NOT NULL CHECK (registrable_shares > 0),
    found_at           TIMESTAMP WITH TIME ZONE NOT NULL,
    notified           BOOLEAN,
    ground             VARCHAR(1000),
    decided_by         VARCHAR(64),
    decided_at         TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (offering_id, holder_id)
);

-- What a Holder's own window does not settle, and what a person made of it (2.1, 11.3).
CREATE TABLE late_communication (
    communication_id    BIGINT PRIMARY KEY REFERENCES communication (id),
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id           VARCHAR(40) NOT NULL REFERENCES holder (id),
    kind                VARCHAR(20) NOT NULL,
    found_at            TIMESTAMP WITH TIME ZONE NOT NULL,
    process_instance_id VARCHAR(64),
    let_in              BOOLEAN,
    ground              VARCHAR(1000),
    decided_by          VARCHAR(64),
    decided_at          TIMESTAMP WITH TIME ZONE
);
CREATE INDEX late_communication_by_election ON late_communication (offering_id, holder_id);
