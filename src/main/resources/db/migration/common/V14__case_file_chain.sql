-- An entry stands under an offering, a Holder, or a matter of its own: a claim, a dispute, a stand-off, a 4(c) event.
ALTER TABLE case_entry ALTER COLUMN offering_id DROP NOT NULL;
ALTER TABLE case_entry ADD COLUMN matter_id VARCHAR(100);
ALTER TABLE case_entry ADD CONSTRAINT case_entry_stands_somewhere
    CHECK (offering_id IS NOT NULL OR holder_id IS NOT NULL OR matter_id IS NOT NULL);
-- SHA-256 of each document that the fact rests on or brought about, by the document's id
ALTER TABLE case_entry ADD COLUMN documents TEXT DEFAULT '{}' NOT NULL;
-- by the database's own clock, whatever the writer says
ALTER TABLE case_entry ADD COLUMN stored_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
CREATE INDEX case_entry_by_holder ON case_entry (holder_id, id);
CREATE INDEX case_entry_by_matter ON case_entry (matter_id, id);

-- The seals, in the order in which they were set; each holds the one before it.
CREATE TABLE case_seal (
    position     BIGINT PRIMARY KEY,
    entry_id     BIGINT NOT NULL UNIQUE REFERENCES case_entry (id),
    previous     CHAR(64) NOT NULL,
    entry_sha256 CHAR(64) NOT NULL,
    sealed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    sha256       CHAR(64) NOT NULL
);

-- Where the chain ends. Whoever seals holds this row; it also shows if seals are taken off the end.
CREATE TABLE case_chain (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    last_position BIGINT REFERENCES case_seal (position),
    sha256        CHAR(64) NOT NULL
);
INSERT INTO case_chain VALUES (1, NULL, '0000000000000000000000000000000000000000000000000000000000000000');

-- Entries that are still to be sealed. A queue, since an id that is drawn early may be committed late.
CREATE TABLE case_entry_unsealed (
    entry_id BIGINT PRIMARY KEY
);
INSERT INTO case_entry_unsealed SELECT id FROM case_entry;

-- The deadlines board asks for those that run in all offerings.
CREATE INDEX holder_election_running ON holder_election (state, closes_at);
