-- No trigger fires when H2 truncates a table; what refers to these two keeps it from that.
CREATE TRIGGER case_entry_only_grows BEFORE UPDATE, DELETE ON case_entry
    CALL 'org.registrationrights.config.CaseFileTriggers$OnlyGrows';
CREATE TRIGGER case_seal_only_grows BEFORE UPDATE, DELETE ON case_seal
    CALL 'org.registrationrights.config.CaseFileTriggers$OnlyGrows';

CREATE TRIGGER case_entry_is_stamped BEFORE INSERT ON case_entry FOR EACH ROW
    CALL 'org.registrationrights.config.CaseFileTriggers$Stamped';
CREATE TRIGGER case_entry_is_to_be_sealed AFTER INSERT ON case_entry FOR EACH ROW
    CALL 'org.registrationrights.config.CaseFileTriggers$ToBeSealed';
