package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the Company's signature under the underwriting agreement. */
@Component
@Implements(Clause.S4_F)
class RecordSignatureOfCompanyListener extends CompletedForm {

    private final OfferingRepository offerings;
    private final Dates dates;
    private final CaseNotes caseFile;

    RecordSignatureOfCompanyListener(OfferingRepository offerings, Dates dates, CaseNotes caseFile) {
        this.offerings = offerings;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        LocalDate signedOn = dates.notInFuture("signedOn", input.requiredDate("signedOn"));
        LocalDate determinedOn = dates.day(offerings.get(offeringId).determinedAt());
        dates.notBefore("signedOn", signedOn, determinedOn, "the determination");
        String evidence = input.requiredText("evidence", 500);
        offerings.enter(offeringId, Phase.UNDERWRITING_AGREEMENT);
        offerings.signedByCompany(offeringId, signedOn, evidence);
        input.remove(List.of("signedOn", "evidence"));
        caseFile.on(offeringId, Clause.S4_F)
                .input("signedOn", signedOn)
                .input("evidence", evidence)
                .write("Underwriting agreement signed by the Company");
    }
}
