-- Numbers for requests that come without an id of their own.
CREATE TABLE holder_request_number (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What a selling Holder asked of the Company beside the line of the offering (4(a), 4(b), 4(g), 4(h)).
CREATE TABLE holder_request (
    id                        VARCHAR(40) PRIMARY KEY,
    offering_id               VARCHAR(40) NOT NULL,
    holder_id                 VARCHAR(40) NOT NULL,
    kind                      VARCHAR(20) NOT NULL,
    asked_for                 VARCHAR(1000),
    states                    VARCHAR(400),
    confidentiality_agreement VARCHAR(500),
    received_on               DATE NOT NULL,
    process_instance_id       VARCHAR(64) NOT NULL,
    state                     VARCHAR(20) NOT NULL,
    answered_by               VARCHAR(64),
    answered_at               TIMESTAMP WITH TIME ZONE,
    FOREIGN KEY (offering_id, holder_id) REFERENCES holder_election (offering_id, holder_id)
);
CREATE INDEX holder_request_by_offering ON holder_request (offering_id, received_on, id);

-- The Company's answer, state by state or part by part; an answer without an item is to all that was asked for.
CREATE TABLE holder_request_decision (
    request_id VARCHAR(40) NOT NULL REFERENCES holder_request (id),
    line       INTEGER NOT NULL,
    item       VARCHAR(500),
    outcome    VARCHAR(20) NOT NULL,
    ground     VARCHAR(40),
    reason     VARCHAR(1000),
    PRIMARY KEY (request_id, line)
);

-- What was furnished, inspected or qualified, when and how: the evidence that a grant was kept.
CREATE TABLE holder_request_fulfilment (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id   VARCHAR(40) NOT NULL REFERENCES holder_request (id),
    state        VARCHAR(2),
    what         VARCHAR(1000) NOT NULL,
    furnished_on DATE NOT NULL,
    how          VARCHAR(500) NOT NULL,
    recorded_by  VARCHAR(64) NOT NULL,
    recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX holder_request_fulfilment_by_request ON holder_request_fulfilment (request_id, id);
