-- Transfer agent, registrar and CUSIP number as each was provided; the latest of a kind counts (4(e)).
CREATE TABLE appointment (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    kind        VARCHAR(20) NOT NULL,
    appointee   VARCHAR(200) NOT NULL,
    provided_on DATE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL
);
CREATE INDEX appointment_by_offering ON appointment (offering_id, id);

-- What the Company owes beside the line of the offering: listing (4(d)), states (4(b)), prospectuses (4(a)).
CREATE TABLE company_obligation (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    kind        VARCHAR(20) NOT NULL,
    state       VARCHAR(20) NOT NULL,
    ground      VARCHAR(1000),
    changed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by  VARCHAR(64) NOT NULL,
    PRIMARY KEY (offering_id, kind)
);

-- Exchanges that list similar securities, and what became of each; the latest of an exchange counts (4(d)).
CREATE TABLE listing (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    exchange    VARCHAR(100) NOT NULL,
    outcome     VARCHAR(20) NOT NULL,
    approved_on DATE,
    evidence    VARCHAR(500),
    ground      VARCHAR(1000),
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL
);
CREATE INDEX listing_by_offering ON listing (offering_id, id);

-- States and what became of the qualification of the shares in each; the latest of a state counts (4(b)).
CREATE TABLE state_qualification (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    state       VARCHAR(2) NOT NULL,
    outcome     VARCHAR(20) NOT NULL,
    decided_on  DATE,
    evidence    VARCHAR(500),
    ground      VARCHAR(40),
    reason      VARCHAR(1000),
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR(64) NOT NULL
);
CREATE INDEX state_qualification_by_offering ON state_qualification (offering_id, id);

-- Copies of the prospectus that went to selling Holders (4(a)).
CREATE TABLE prospectus_delivery (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offering_id  VARCHAR(40) NOT NULL REFERENCES offering (id),
    holder_id    VARCHAR(40) NOT NULL REFERENCES holder (id),
    kind         VARCHAR(20) NOT NULL,
    version      VARCHAR(100),
    furnished_on DATE NOT NULL,
    copies       NUMERIC(38, 0) NOT NULL CHECK (copies > 0),
    how          VARCHAR(500) NOT NULL,
    evidence     VARCHAR(500) NOT NULL,
    recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by  VARCHAR(64) NOT NULL
);
CREATE INDEX prospectus_delivery_by_holder ON prospectus_delivery (offering_id, holder_id, id);
