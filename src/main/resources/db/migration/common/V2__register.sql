CREATE TABLE holder (
    id                   VARCHAR(40) PRIMARY KEY,
    name                 VARCHAR(200) NOT NULL,
    person_type          VARCHAR(30) NOT NULL,
    role                 VARCHAR(30) NOT NULL,
    joinder_delivered_on DATE,
    preferred_method     VARCHAR(20) NOT NULL
);

-- The address of record on a day is the latest that was valid by then (11.1).
CREATE TABLE holder_address (
    holder_id          VARCHAR(40) NOT NULL REFERENCES holder (id),
    street             VARCHAR(200) NOT NULL,
    city               VARCHAR(200) NOT NULL,
    state              VARCHAR(200) NOT NULL,
    zip                VARCHAR(200) NOT NULL,
    fax                VARCHAR(200),
    document_reference VARCHAR(200) NOT NULL,
    valid_from         DATE NOT NULL,
    PRIMARY KEY (holder_id, valid_from)
);

-- Identical shares of one record holder, from held_from (null: since their issue) to before held_until (1.7).
CREATE TABLE share_lot (
    lot                         VARCHAR(80) PRIMARY KEY,
    holder_id                   VARCHAR(40) NOT NULL REFERENCES holder (id),
    shares                      NUMERIC(38, 0) NOT NULL CHECK (shares >= 0),
    source                      VARCHAR(30) NOT NULL,
    parent_lot                  VARCHAR(80) REFERENCES share_lot (lot),
    held_from                   DATE,
    held_until                  DATE,
    issued_on                   DATE,
    escrow_from                 DATE,
    escrow_released_on          DATE,
    lockup_from                 DATE,
    lockup_ends_on              DATE,
    sold_on                     DATE,
    joinder_delivered_on        DATE,
    effective_on                DATE,
    disposed_under_statement_on DATE,
    rule144_distributed_on      DATE,
    rule144_all_saleable_on     DATE,
    transferred_on              DATE,
    new_certificates_on         DATE,
    freely_tradable_on          DATE,
    ceased_outstanding_on       DATE,
    complies_with_law           BOOLEAN NOT NULL,
    to_competitor               BOOLEAN NOT NULL,
    CHECK (held_until >= held_from)
);
CREATE INDEX share_lot_by_holder ON share_lot (holder_id);
CREATE INDEX share_lot_by_parent ON share_lot (parent_lot);
CREATE INDEX share_lot_held ON share_lot (held_until, held_from);
