package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Cusip;
import org.registrationrights.offering.Offering.Registration;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores transfer agent, registrar and CUSIP number, as far as each is settled. */
@Component
@Implements(Clause.S4_E)
class RecordAppointmentsListener extends CompletedForm {

    private final OfferingRepository offerings;
    private final CaseNotes caseFile;

    RecordAppointmentsListener(OfferingRepository offerings, CaseNotes caseFile) {
        this.offerings = offerings;
        this.caseFile = caseFile;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        String transferAgent = input.text("transferAgent", 200);
        String registrar = input.text("registrar", 200);
        String cusip = Cusip.checked("cusip", input.text("cusip", 9));
        Registration before = offerings.get(offeringId).registration();
        offerings.appointed(
                offeringId,
                transferAgent == null ? before.transferAgent() : transferAgent,
                registrar == null ? before.registrar() : registrar,
                cusip == null ? before.cusip() : cusip);
        boolean complete = offerings.get(offeringId).registration().appointmentsComplete();
        execution.setVariable(Variables.APPOINTMENTS_COMPLETE, complete);
        input.remove(List.of("transferAgent", "registrar", "cusip"));
        caseFile.on(offeringId, Clause.S4_E)
                .input("transferAgent", transferAgent)
                .input("registrar", registrar)
                .input("cusip", cusip)
                .result("complete", complete)
                .write("Transfer agent, registrar and CUSIP number recorded");
    }
}
