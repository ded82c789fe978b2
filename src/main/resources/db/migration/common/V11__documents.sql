-- Letters and papers as they were drawn up: each once under its id, and never changed.
CREATE TABLE document (
    id          VARCHAR(120) PRIMARY KEY,
    offering_id VARCHAR(40),
    holder_id   VARCHAR(40) REFERENCES holder (id),
    kind        VARCHAR(30) NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by  VARCHAR(64) NOT NULL,
    sha256      CHAR(64) NOT NULL,
    media_type  VARCHAR(80) NOT NULL,
    pages       INTEGER NOT NULL
);
CREATE INDEX document_by_offering ON document (offering_id, kind, created_at);

-- A letter on its way to a Holder: its id is used once, its address is that of its day, its words are settled (11.1).
CREATE TABLE dispatch (
    id           VARCHAR(120) PRIMARY KEY,
    offering_id  VARCHAR(40),
    holder_id    VARCHAR(40) NOT NULL REFERENCES holder (id),
    kind         VARCHAR(30) NOT NULL,
    way          VARCHAR(20) NOT NULL,
    addressed_on DATE NOT NULL,
    name         VARCHAR(200) NOT NULL,
    street       VARCHAR(200) NOT NULL,
    city         VARCHAR(200) NOT NULL,
    state        VARCHAR(200) NOT NULL,
    zip          VARCHAR(200) NOT NULL,
    fax          VARCHAR(200),
    words        TEXT NOT NULL,
    created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by   VARCHAR(64) NOT NULL,
    mailing      INTEGER
);
CREATE INDEX dispatch_by_offering ON dispatch (offering_id, kind, mailing);
CREATE INDEX dispatch_by_holder ON dispatch (holder_id, addressed_on);

-- Letters of one kind that are printed together; a letter is in one mailing at most.
CREATE TABLE mailing (
    offering_id VARCHAR(40) NOT NULL REFERENCES offering (id),
    n           INTEGER NOT NULL,
    kind        VARCHAR(30) NOT NULL,
    letters     INTEGER NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by  VARCHAR(64) NOT NULL,
    PRIMARY KEY (offering_id, n)
);

-- E-mail that goes along with a letter and is no notice; tried once, and nothing waits for it.
CREATE TABLE courtesy_copy (
    dispatch_id VARCHAR(120) PRIMARY KEY REFERENCES dispatch (id),
    email       VARCHAR(200) NOT NULL,
    state       VARCHAR(10) NOT NULL,
    failure     VARCHAR(500),
    settled_at  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX courtesy_copy_by_state ON courtesy_copy (state);

-- An address is changed by notice (11.1); where courtesy copies go is dated alike.
ALTER TABLE holder_address ADD COLUMN email VARCHAR(200);
ALTER TABLE holder_address ADD COLUMN given_on DATE;
ALTER TABLE holder_address ADD COLUMN copy_to_counsel BOOLEAN;
ALTER TABLE holder_address ADD COLUMN recorded_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE holder_address ADD COLUMN recorded_by VARCHAR(64);
