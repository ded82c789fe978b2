package org.registrationrights.process.document;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Whether a Holder's notice to the Company went to the Company's counsel too, as 11.1(a) wants; nothing turns on it. */
@Component
@Implements(Clause.S11_1_B)
public class CounselCopies {

    private final CaseNotes caseFile;

    CounselCopies(CaseNotes caseFile) {
        this.caseFile = caseFile;
    }

    /** @param sent null where nobody said */
    public void record(ElectionKey key, Boolean sent) {
        if (sent != null) {
            caseFile.on(key, Clause.S11_1_B)
                    .result("copyToCounsel", sent)
                    .write(
                            sent
                                    ? "Counsel was sent a copy of the Holder's notice"
                                    : "Counsel was sent no copy of the Holder's notice");
        }
    }
}
