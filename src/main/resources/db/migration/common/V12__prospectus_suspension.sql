-- What shows that a letter was delivered, or that somebody tried (11.1); of the notice of 2.1 it stands elsewhere.
CREATE TABLE dispatch_delivery (
    id                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dispatch_id       VARCHAR(120) NOT NULL REFERENCES dispatch (id),
    method            VARCHAR(40) NOT NULL,
    received_at       TIMESTAMP WITH TIME ZONE,
    sent_at           TIMESTAMP WITH TIME ZONE,
    confirmed_at      TIMESTAMP WITH TIME ZONE,
    mailed_at         TIMESTAMP WITH TIME ZONE,
    service           VARCHAR(20),
    first_class       BOOLEAN,
    prepaid           BOOLEAN,
    address_of_record BOOLEAN,
    actual_receipt_at TIMESTAMP WITH TIME ZONE,
    recorded_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by       VARCHAR(64) NOT NULL
);
CREATE INDEX dispatch_delivery_by_dispatch ON dispatch_delivery (dispatch_id, id);

-- What counsel makes of it where nothing proves its receipt.
CREATE TABLE dispatch_finding (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dispatch_id VARCHAR(120) NOT NULL REFERENCES dispatch (id),
    outcome     VARCHAR(20) NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE,
    ground      VARCHAR(1000) NOT NULL,
    decided_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by  VARCHAR(64) NOT NULL
);
CREATE INDEX dispatch_finding_by_dispatch ON dispatch_finding (dispatch_id, id);

-- Numbers for events that come without an id of their own.
CREATE TABLE suspension_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What may have made a prospectus in use misleading, and what counsel made of it (4(c)).
CREATE TABLE suspension_event (
    id                  VARCHAR(40) PRIMARY KEY,
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    description         VARCHAR(2000) NOT NULL,
    discovered_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by         VARCHAR(64) NOT NULL,
    state               VARCHAR(20) NOT NULL,
    prospectus_required BOOLEAN,
    defect              VARCHAR(20),
    material            BOOLEAN,
    return_directed     BOOLEAN,
    reasons             VARCHAR(2000),
    told                VARCHAR(2000),
    assessed_by         VARCHAR(64),
    assessed_at         TIMESTAMP WITH TIME ZONE,
    corrected_by        VARCHAR(40) REFERENCES suspension_event (id),
    rest_ground         VARCHAR(1000),
    rest_given_up_by    VARCHAR(64)
);
CREATE INDEX suspension_event_by_offering ON suspension_event (offering_id, discovered_at, id);
CREATE INDEX suspension_event_by_correction ON suspension_event (corrected_by);

-- The supplemented or amended prospectus that was made for an event (2.5).
CREATE TABLE prospectus_correction (
    event_id     VARCHAR(40) PRIMARY KEY REFERENCES suspension_event (id),
    kind         VARCHAR(20) NOT NULL,
    document     VARCHAR(500) NOT NULL,
    made_on      DATE NOT NULL,
    copies       INTEGER NOT NULL CHECK (copies > 0),
    effective_at TIMESTAMP WITH TIME ZONE,
    recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by  VARCHAR(64) NOT NULL
);

-- One covered Holder in one event: its stop and its release follow from the papers that reached it (2.6).
CREATE TABLE holder_suspension (
    event_id            VARCHAR(40) NOT NULL REFERENCES suspension_event (id),
    holder_id           VARCHAR(40) NOT NULL REFERENCES holder (id),
    state               VARCHAR(20) NOT NULL,
    process_instance_id VARCHAR(64),
    prospectus_sent     BOOLEAN NOT NULL,
    PRIMARY KEY (event_id, holder_id)
);
CREATE INDEX holder_suspension_by_state ON holder_suspension (event_id, state, holder_id);
CREATE INDEX holder_suspension_by_sent ON holder_suspension (event_id, prospectus_sent, holder_id);

-- Old prospectuses that came back, at the Company's cost (2.6, 5).
CREATE TABLE prospectus_return (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    VARCHAR(40) NOT NULL,
    holder_id   VARCHAR(40) NOT NULL,
    copies      NUMERIC(38, 0) NOT NULL CHECK (copies >= 0),
    returned_on DATE NOT NULL,
    evidence    VARCHAR(500) NOT NULL,
    cost_cents  NUMERIC(38, 0) NOT NULL CHECK (cost_cents >= 0),
    complete    BOOLEAN NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL,
    FOREIGN KEY (event_id, holder_id) REFERENCES holder_suspension (event_id, holder_id)
);
CREATE INDEX prospectus_return_by_event ON prospectus_return (event_id, holder_id);

-- Sales under the statement as they were reported, each judged by the Holder's stops (2.6).
CREATE TABLE reported_sale (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id   VARCHAR(40) NOT NULL REFERENCES holder (id),
    shares      NUMERIC(38, 0) NOT NULL CHECK (shares > 0),
    sold_at     TIMESTAMP WITH TIME ZONE,
    sold_on     DATE,
    evidence    VARCHAR(500) NOT NULL,
    verdict     VARCHAR(20) NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL
);
CREATE INDEX reported_sale_by_holder ON reported_sale (offering_id, holder_id, id);

-- What a Holder did or wants to do and perhaps may not (2.6, 7): counsel decides. What was done and is not allowed is a
-- breach, on which an indemnity may turn (3.1).
CREATE TABLE transaction_review (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id         VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id           VARCHAR(40) NOT NULL REFERENCES holder (id),
    clause              VARCHAR(20) NOT NULL,
    reference           VARCHAR(100) NOT NULL,
    transaction_text    VARCHAR(1000) NOT NULL,
    happened_on         DATE NOT NULL,
    executed            BOOLEAN NOT NULL,
    question            VARCHAR(30) NOT NULL,
    opened_at           TIMESTAMP WITH TIME ZONE NOT NULL,
    process_instance_id VARCHAR(64),
    outcome             VARCHAR(20),
    ground              VARCHAR(1000),
    decided_by          VARCHAR(64),
    decided_at          TIMESTAMP WITH TIME ZONE,
    UNIQUE (reference)
);
CREATE INDEX transaction_review_by_holder ON transaction_review (offering_id, holder_id, id);
