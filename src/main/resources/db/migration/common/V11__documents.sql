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
