CREATE FUNCTION refuse_change_of_case_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the case file only grows: no % of %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER case_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON case_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_case_file();
CREATE TRIGGER case_seal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON case_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_case_file();

CREATE FUNCTION case_entry_is_stamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.stored_at := clock_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER case_entry_is_stamped BEFORE INSERT ON case_entry
    FOR EACH ROW EXECUTE FUNCTION case_entry_is_stamped();

CREATE FUNCTION case_entry_is_to_be_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO case_entry_unsealed VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER case_entry_is_to_be_sealed AFTER INSERT ON case_entry
    FOR EACH ROW EXECUTE FUNCTION case_entry_is_to_be_sealed();

-- in a session that replicates, too
ALTER TABLE case_entry ENABLE ALWAYS TRIGGER case_entry_only_grows;
ALTER TABLE case_seal ENABLE ALWAYS TRIGGER case_seal_only_grows;
ALTER TABLE case_entry ENABLE ALWAYS TRIGGER case_entry_is_stamped;
ALTER TABLE case_entry ENABLE ALWAYS TRIGGER case_entry_is_to_be_sealed;
