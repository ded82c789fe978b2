-- Numbers for claims that come without an id of their own.
CREATE TABLE claim_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Statements in the papers of a registration that somebody complains of; claims that concern one name the same.
CREATE TABLE claim_statement (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    id          VARCHAR(40) NOT NULL,
    document    VARCHAR(200) NOT NULL,
    words       VARCHAR(1000) NOT NULL,
    PRIMARY KEY (offering_id, id)
);

-- Claims for indemnity (3.1, 3.2), with what counsel has found on them and how the action ended.
CREATE TABLE claim (
    id                     VARCHAR(40) PRIMARY KEY,
    offering_id            VARCHAR(40) NOT NULL REFERENCES offering (id),
    claimant_role          VARCHAR(30) NOT NULL,
    claimant               VARCHAR(80) NOT NULL,
    claimant_of            VARCHAR(80),
    indemnitor             VARCHAR(80) NOT NULL,
    basis                  VARCHAR(30) NOT NULL,
    violation              VARCHAR(1000),
    information_from       VARCHAR(80),
    claimant_breach        BOOLEAN NOT NULL,
    loss_cents             NUMERIC(38, 0) NOT NULL CHECK (loss_cents > 0),
    action                 VARCHAR(200) NOT NULL,
    forum                  VARCHAR(200),
    served_on              DATE NOT NULL,
    notified_on            DATE NOT NULL,
    evidence               VARCHAR(500) NOT NULL,
    recorded_at            TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by            VARCHAR(64) NOT NULL,
    state                  VARCHAR(20) NOT NULL,
    reason                 VARCHAR(40),
    found_breach           BOOLEAN,
    found_reliance         BOOLEAN,
    found_in_writing       BOOLEAN,
    found_information_from VARCHAR(80),
    prejudice_cents        NUMERIC(38, 0),
    found_ground           VARCHAR(1000),
    found_by               VARCHAR(64),
    found_at               TIMESTAMP WITH TIME ZONE,
    conflict_found         BOOLEAN,
    separate_counsel       VARCHAR(200),
    conflict_ground        VARCHAR(1000),
    outcome                VARCHAR(20),
    outcome_cents          NUMERIC(38, 0),
    outcome_on             DATE,
    outcome_paper          VARCHAR(500)
);
CREATE INDEX claim_by_offering ON claim (offering_id, recorded_at);
CREATE INDEX claim_by_claimant ON claim (offering_id, claimant);

CREATE TABLE claim_rests_on (
    claim_id     VARCHAR(40) NOT NULL REFERENCES claim (id),
    offering_id  VARCHAR(40) NOT NULL,
    statement_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (claim_id, statement_id),
    FOREIGN KEY (offering_id, statement_id) REFERENCES claim_statement (offering_id, id)
);

-- Counsel for the defense as proposed, one after another until one is approved (3.1, 3.2).
CREATE TABLE claim_counsel (
    claim_id    VARCHAR(40) NOT NULL REFERENCES claim (id),
    number      INTEGER NOT NULL,
    name        VARCHAR(200) NOT NULL,
    proposed_by VARCHAR(200) NOT NULL,
    approved    BOOLEAN,
    decided_by  VARCHAR(200),
    ground      VARCHAR(1000),
    PRIMARY KEY (claim_id, number)
);

-- Expenses of investigating and defending, as they are incurred (3.1, 3.2); one that is paid apart is no part of the
-- payment of the claim.
CREATE TABLE claim_expense (
    claim_id      VARCHAR(40) NOT NULL REFERENCES claim (id),
    number        INTEGER NOT NULL,
    kind          VARCHAR(30) NOT NULL,
    payee         VARCHAR(200) NOT NULL,
    purpose       VARCHAR(500) NOT NULL,
    cents         NUMERIC(38, 0) NOT NULL CHECK (cents > 0),
    incurred_on   DATE NOT NULL,
    evidence      VARCHAR(500) NOT NULL,
    submitted_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted_by  VARCHAR(64) NOT NULL,
    taken         BOOLEAN NOT NULL,
    allowed_cents NUMERIC(38, 0),
    paid_apart    BOOLEAN NOT NULL,
    ground        VARCHAR(1000),
    reviewed_by   VARCHAR(64),
    reimbursed_on DATE,
    paper         VARCHAR(500),
    PRIMARY KEY (claim_id, number)
);

-- Proposals to settle the action, and what became of each (3.1, 3.2).
CREATE TABLE claim_settlement (
    claim_id              VARCHAR(40) NOT NULL REFERENCES claim (id),
    number                INTEGER NOT NULL,
    cents                 NUMERIC(38, 0) NOT NULL CHECK (cents >= 0),
    terms                 VARCHAR(1000) NOT NULL,
    unconditional_release BOOLEAN NOT NULL,
    parties               VARCHAR(4000) NOT NULL,
    proposed_by           VARCHAR(200) NOT NULL,
    proposed_on           DATE NOT NULL,
    evidence              VARCHAR(500) NOT NULL,
    consented             BOOLEAN,
    consent_by            VARCHAR(200),
    consent_ground        VARCHAR(1000),
    refusal_unreasonable  BOOLEAN,
    refusal_ground        VARCHAR(1000),
    refusal_found_by      VARCHAR(64),
    made                  BOOLEAN,
    made_by_indemnitor    BOOLEAN,
    settled_on            DATE,
    paper                 VARCHAR(500),
    PRIMARY KEY (claim_id, number)
);

CREATE TABLE settlement_approval (
    claim_id     VARCHAR(40) NOT NULL,
    number       INTEGER NOT NULL,
    party        VARCHAR(80) NOT NULL,
    approved     BOOLEAN NOT NULL,
    person       VARCHAR(200) NOT NULL,
    ground       VARCHAR(1000) NOT NULL,
    unreasonable BOOLEAN NOT NULL,
    PRIMARY KEY (claim_id, number, party),
    FOREIGN KEY (claim_id, number) REFERENCES claim_settlement (claim_id, number)
);

-- What courts have held on the indemnity, or that the claim is given up (3.3); awards stand with their dispute.
CREATE TABLE claim_holding (
    claim_id    VARCHAR(40) NOT NULL REFERENCES claim (id),
    number      INTEGER NOT NULL,
    holding     VARCHAR(20) NOT NULL,
    court       VARCHAR(200),
    held_on     DATE NOT NULL,
    paper       VARCHAR(500) NOT NULL,
    ground      VARCHAR(1000) NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL,
    PRIMARY KEY (claim_id, number)
);

-- The weights that a person entered, and what came of them (3.3). The last sheet of a claim counts.
CREATE TABLE fault_sheet (
    claim_id         VARCHAR(40) NOT NULL REFERENCES claim (id),
    number           INTEGER NOT NULL,
    loss_cents       NUMERIC(38, 0) NOT NULL CHECK (loss_cents >= 0),
    claimant_fault   VARCHAR(80) NOT NULL,
    claimant_factors VARCHAR(1000) NOT NULL,
    author           VARCHAR(200) NOT NULL,
    held_by          VARCHAR(20) NOT NULL,
    entered_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    entered_by       VARCHAR(64) NOT NULL,
    status           VARCHAR(30),
    claimant_bears   NUMERIC(38, 0),
    PRIMARY KEY (claim_id, number)
);

-- Proceeds and the part of the cap used up are those of the day of the computation.
CREATE TABLE fault_line (
    claim_id           VARCHAR(40) NOT NULL,
    number             INTEGER NOT NULL,
    n                  INTEGER NOT NULL,
    party              VARCHAR(80) NOT NULL,
    fault              VARCHAR(80) NOT NULL,
    factors            VARCHAR(1000) NOT NULL,
    gross_cents        NUMERIC(38, 0),
    discount_cents     NUMERIC(38, 0),
    cap_used_cents     NUMERIC(38, 0),
    raw_cents          NUMERIC(38, 0),
    contribution_cents NUMERIC(38, 0),
    note               VARCHAR(20),
    paid_on            DATE,
    paid_paper         VARCHAR(500),
    PRIMARY KEY (claim_id, number, party),
    FOREIGN KEY (claim_id, number) REFERENCES fault_sheet (claim_id, number)
);
CREATE INDEX fault_line_by_party ON fault_line (party, claim_id);

-- Final findings of fraudulent misrepresentation, by statement and person (3.3).
CREATE TABLE fraud_finding (
    claim_id     VARCHAR(40) NOT NULL,
    number       INTEGER NOT NULL,
    party        VARCHAR(80) NOT NULL,
    statement_id VARCHAR(40) NOT NULL,
    paper        VARCHAR(500) NOT NULL,
    PRIMARY KEY (claim_id, number, party, statement_id),
    FOREIGN KEY (claim_id, number) REFERENCES fault_sheet (claim_id, number)
);

CREATE TABLE claim_payment (
    claim_id    VARCHAR(40) PRIMARY KEY REFERENCES claim (id),
    cents       NUMERIC(38, 0) NOT NULL CHECK (cents > 0),
    paid_on     DATE NOT NULL,
    paper       VARCHAR(500) NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL
);

-- What the shares were sold for, before the underwriting discount; null where the closing did not say (3.3).
ALTER TABLE sale ADD COLUMN gross_cents NUMERIC(38, 0) CHECK (gross_cents >= 0);
