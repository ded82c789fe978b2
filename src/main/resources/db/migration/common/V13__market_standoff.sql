-- Numbers for stand-offs that come without an id of their own.
CREATE TABLE standoff_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A request for a stand-off after the effective date of a Public Offering (7), and what became of it.
CREATE TABLE standoff (
    id                  VARCHAR(40) PRIMARY KEY,
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    requested_by        VARCHAR(30) NOT NULL,
    requester           VARCHAR(200) NOT NULL,
    managed             BOOLEAN NOT NULL,
    requested_on        DATE NOT NULL,
    days                INTEGER NOT NULL CHECK (days > 0),
    evidence            VARCHAR(500) NOT NULL,
    counted_from        DATE NOT NULL,
    counted_ground      VARCHAR(1000),
    counted_by          VARCHAR(64),
    last_day            DATE NOT NULL,
    state               VARCHAR(20) NOT NULL,
    recorded_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by         VARCHAR(64) NOT NULL,
    stop_imposed        BOOLEAN,
    stop_ground         VARCHAR(1000),
    stop_decided_by     VARCHAR(64),
    stop_instructed_at  TIMESTAMP WITH TIME ZONE,
    stop_placed_on      DATE,
    stop_placed_paper   VARCHAR(500),
    lift_instructed_at  TIMESTAMP WITH TIME ZONE,
    stop_lifted_on      DATE,
    stop_lifted_paper   VARCHAR(500)
);
CREATE INDEX standoff_by_offering ON standoff (offering_id, requested_on, id);
CREATE INDEX standoff_by_last_day ON standoff (last_day);

-- Every Holder whom the request is for, selling or not, and its lock-up (7).
CREATE TABLE standoff_holder (
    standoff_id         VARCHAR(40) NOT NULL REFERENCES standoff (id),
    holder_id           VARCHAR(40) NOT NULL REFERENCES holder (id),
    drawn_up            BOOLEAN NOT NULL,
    lockup_signed_on    DATE,
    lockup_with         VARCHAR(20),
    lockup_evidence     VARCHAR(500),
    given_up_ground     VARCHAR(1000),
    given_up_by         VARCHAR(64),
    settled             BOOLEAN NOT NULL,
    process_instance_id VARCHAR(64),
    PRIMARY KEY (standoff_id, holder_id)
);
CREATE INDEX standoff_holder_by_drawn_up ON standoff_holder (standoff_id, drawn_up, holder_id);
CREATE INDEX standoff_holder_by_settled ON standoff_holder (standoff_id, settled, holder_id);

-- What Holders did or asked to do with securities of the Company, each judged by the stand-off (7).
CREATE TABLE standoff_transaction (
    id                 BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    standoff_id        VARCHAR(40) NOT NULL,
    holder_id          VARCHAR(40) NOT NULL,
    securities         NUMERIC(38, 0) NOT NULL CHECK (securities > 0),
    happened_on        DATE NOT NULL,
    kind               VARCHAR(40) NOT NULL,
    shares_in_offering BOOLEAN NOT NULL,
    donee_bound        BOOLEAN NOT NULL,
    executed           BOOLEAN NOT NULL,
    evidence           VARCHAR(500) NOT NULL,
    verdict            VARCHAR(30) NOT NULL,
    question           VARCHAR(30),
    recorded_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by        VARCHAR(64) NOT NULL,
    FOREIGN KEY (standoff_id, holder_id) REFERENCES standoff_holder (standoff_id, holder_id)
);
CREATE INDEX standoff_transaction_by_holder ON standoff_transaction (standoff_id, holder_id, id);
