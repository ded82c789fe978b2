-- Numbers for offerings that come without an id of their own.
CREATE TABLE offering_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE offering (
    id                   VARCHAR(40) PRIMARY KEY,
    name                 VARCHAR(200) NOT NULL,
    kind                 VARCHAR(30) NOT NULL,
    underwritten         BOOLEAN NOT NULL,
    managing_underwriter VARCHAR(200),
    company_shares       NUMERIC(38, 0) NOT NULL CHECK (company_shares >= 0),
    determined_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    gate                 VARCHAR(30) NOT NULL,
    phase                VARCHAR(30) NOT NULL,
    company_signed_on    DATE,
    company_signature    VARCHAR(500),
    file_number          VARCHAR(40),
    filed_on             DATE,
    transfer_agent       VARCHAR(200),
    registrar            VARCHAR(200),
    cusip                VARCHAR(9),
    effective_at         TIMESTAMP WITH TIME ZONE,
    closed_on            DATE,
    withdrawn_at         TIMESTAMP WITH TIME ZONE
);

-- One Holder's right to ask for inclusion in one offering (2.1).
CREATE TABLE holder_election (
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id           VARCHAR(40) NOT NULL REFERENCES holder (id),
    registrable_shares  NUMERIC(38, 0) NOT NULL CHECK (registrable_shares > 0),
    state               VARCHAR(20) NOT NULL,
    dispatch_id         VARCHAR(90) UNIQUE,
    process_instance_id VARCHAR(64),
    notice_status       VARCHAR(20),
    notice_basis        VARCHAR(40),
    received_on         DATE,
    last_day            DATE,
    closes_at           TIMESTAMP WITH TIME ZONE,
    answer              VARCHAR(10),
    requested           NUMERIC(38, 0),
    settled             BOOLEAN NOT NULL,
    closed_at           TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (offering_id, holder_id)
);
CREATE INDEX holder_election_by_state ON holder_election (offering_id, state, holder_id);
CREATE INDEX holder_election_by_settled ON holder_election (offering_id, settled);

-- What went to a Holder or came from one under 2.1, by its evidence (11.1).
CREATE TABLE communication (
    id                 BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id        VARCHAR(40) NOT NULL,
    holder_id          VARCHAR(40) NOT NULL,
    direction          VARCHAR(30) NOT NULL,
    method             VARCHAR(40) NOT NULL,
    received_at        TIMESTAMP WITH TIME ZONE,
    sent_at            TIMESTAMP WITH TIME ZONE,
    confirmed_at       TIMESTAMP WITH TIME ZONE,
    mailed_at          TIMESTAMP WITH TIME ZONE,
    service            VARCHAR(20),
    first_class        BOOLEAN,
    prepaid            BOOLEAN,
    address_of_record  BOOLEAN,
    actual_receipt_at  TIMESTAMP WITH TIME ZONE,
    answer             VARCHAR(10),
    shares             NUMERIC(38, 0) CHECK (shares >= 0),
    declared_final     BOOLEAN,
    recorded_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by        VARCHAR(64) NOT NULL,
    FOREIGN KEY (offering_id, holder_id) REFERENCES holder_election (offering_id, holder_id)
);
CREATE INDEX communication_by_election ON communication (offering_id, holder_id);

-- One try at an allocation: the limitation, what it rests on and what came out (2.3).
CREATE TABLE allocation_round (
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    round               INTEGER NOT NULL,
    limitation_imposed  BOOLEAN NOT NULL,
    imposed_by          VARCHAR(30),
    available           NUMERIC(38, 0) CHECK (available >= 0),
    decided_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by          VARCHAR(64) NOT NULL,
    snapshot_on         DATE,
    rule                VARCHAR(30),
    total_allocated     NUMERIC(38, 0),
    unallocated         NUMERIC(38, 0),
    parity_holds        BOOLEAN,
    approved            BOOLEAN,
    approved_by         VARCHAR(64),
    approved_at         TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (offering_id, round)
);

CREATE TABLE allocation_other (
    offering_id      VARCHAR(40) NOT NULL,
    round            INTEGER NOT NULL,
    line             INTEGER NOT NULL,
    seller           VARCHAR(80) NOT NULL,
    security_class   VARCHAR(20) NOT NULL,
    entitled_held    NUMERIC(38, 0) NOT NULL,
    requested        NUMERIC(38, 0) NOT NULL,
    included         NUMERIC(38, 0) NOT NULL,
    participating    BOOLEAN NOT NULL,
    has_agreement    BOOLEAN NOT NULL,
    exercised_rights BOOLEAN NOT NULL,
    PRIMARY KEY (offering_id, round, line),
    FOREIGN KEY (offering_id, round) REFERENCES allocation_round (offering_id, round)
);

CREATE TABLE allocation_line (
    offering_id VARCHAR(40) NOT NULL,
    round       INTEGER NOT NULL,
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    held        NUMERIC(38, 0) NOT NULL,
    requested   NUMERIC(38, 0) NOT NULL,
    exact       VARCHAR(200),
    allocated   NUMERIC(38, 0),
    excluded    NUMERIC(38, 0),
    PRIMARY KEY (offering_id, round, holder_id),
    FOREIGN KEY (offering_id, round) REFERENCES allocation_round (offering_id, round)
);

-- Whose signature under the underwriting agreement is due (2.2), and since when it is there.
CREATE TABLE holder_signature (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    signed_on   DATE,
    evidence    VARCHAR(500),
    PRIMARY KEY (offering_id, holder_id)
);

CREATE TABLE sale (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    line        INTEGER NOT NULL,
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    lot         VARCHAR(80),
    shares      NUMERIC(38, 0) NOT NULL CHECK (shares > 0),
    sold_on     DATE NOT NULL,
    PRIMARY KEY (offering_id, line)
);

CREATE TABLE expense_item (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    line        INTEGER NOT NULL,
    type        VARCHAR(40) NOT NULL,
    cents       NUMERIC(38, 0) NOT NULL CHECK (cents >= 0),
    for_holders TEXT,
    PRIMARY KEY (offering_id, line)
);

CREATE TABLE expense_share (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    bearer      VARCHAR(40) NOT NULL,
    cents       NUMERIC(38, 0) NOT NULL,
    PRIMARY KEY (offering_id, bearer)
);

-- The record of who did what, when, under which clause.
CREATE TABLE case_entry (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL,
    holder_id   VARCHAR(40),
    clause      VARCHAR(20) NOT NULL,
    event       VARCHAR(300) NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    inputs      TEXT NOT NULL,
    policies    TEXT NOT NULL,
    result      TEXT NOT NULL
);
CREATE INDEX case_entry_by_offering ON case_entry (offering_id, id);

-- Facts that came from outside, by their sender's receipt id: a repeat gets the first answer.
CREATE TABLE receipt (
    receipt_id  VARCHAR(100) PRIMARY KEY,
    resource    VARCHAR(200) NOT NULL,
    sha256      CHAR(64) NOT NULL,
    answer      TEXT NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL
);
