-- Which included Holders were asked for their information (2.4), and how each request stands.
CREATE TABLE information_request (
    offering_id  VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id    VARCHAR(40) NOT NULL REFERENCES holder (id),
    state        VARCHAR(20) NOT NULL,
    requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_on       DATE NOT NULL,
    PRIMARY KEY (offering_id, holder_id)
);

-- What a Holder furnished in writing for use in the statement. The latest version counts; all are kept (3.2).
CREATE TABLE holder_information (
    offering_id          VARCHAR(40) NOT NULL,
    holder_id            VARCHAR(40) NOT NULL,
    version              INTEGER NOT NULL,
    name                 VARCHAR(200) NOT NULL,
    shares_owned         NUMERIC(38, 0) NOT NULL CHECK (shares_owned >= 0),
    relationship         VARCHAR(2000),
    no_relationship      BOOLEAN NOT NULL,
    plan_of_distribution VARCHAR(2000),
    signed_on            DATE NOT NULL,
    evidence             VARCHAR(500) NOT NULL,
    recorded_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by          VARCHAR(64) NOT NULL,
    PRIMARY KEY (offering_id, holder_id, version),
    FOREIGN KEY (offering_id, holder_id) REFERENCES information_request (offering_id, holder_id)
);

-- What counsel decided where it did not come, the last decision on a Holder counting.
CREATE TABLE information_decision (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL,
    holder_id   VARCHAR(40) NOT NULL,
    decision    VARCHAR(20) NOT NULL,
    wait_until  DATE,
    ground      VARCHAR(1000) NOT NULL,
    decided_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by  VARCHAR(64) NOT NULL,
    FOREIGN KEY (offering_id, holder_id) REFERENCES information_request (offering_id, holder_id)
);
CREATE INDEX information_decision_by_request ON information_decision (offering_id, holder_id);
