-- Evidence is never changed. What supersedes it is proposed by one person and decided on by another (2.1, 11.1).
-- A replacement counts in the order of recording in the place of what it replaces.
ALTER TABLE communication ADD COLUMN receipt_id VARCHAR(100);
ALTER TABLE communication ADD COLUMN place BIGINT;

CREATE TABLE evidence_correction (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    communication_id    BIGINT NOT NULL REFERENCES communication (id),
    replacement_id      BIGINT REFERENCES communication (id),
    reason              VARCHAR(1000) NOT NULL,
    receipt_id          VARCHAR(100),
    proposed_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    proposed_by         VARCHAR(64) NOT NULL,
    process_instance_id VARCHAR(64),
    state               VARCHAR(10) NOT NULL,
    ground              VARCHAR(1000),
    decided_by          VARCHAR(64),
    decided_at          TIMESTAMP WITH TIME ZONE
);
CREATE INDEX evidence_correction_by_communication ON evidence_correction (communication_id);
CREATE INDEX evidence_correction_by_replacement ON evidence_correction (replacement_id);

-- What evidence has settled since, or the withdrawal, nobody decides on any more.
ALTER TABLE late_communication ADD COLUMN settled_at TIMESTAMP WITH TIME ZONE;
