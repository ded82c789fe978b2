package org.registrationrights.process.dispute;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.process.dispute.Disputes.PartyLine;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the dispute. */
@Component
class RecordDisputeDelegate implements JavaDelegate {

    private final Disputes disputes;
    private final OfferingRepository offerings;

    RecordDisputeDelegate(Disputes disputes, OfferingRepository offerings) {
        this.disputes = disputes;
        this.offerings = offerings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        Dispute dispute = disputes.record(
                execution.getProcessBusinessKey(),
                input.text(Variables.CLAIM_ID, 40),
                input.text(Variables.OFFERING_ID, 40),
                input.requiredText(Variables.SUBJECT, 1000),
                input.requiredText(Variables.RELIEF, 1000),
                input.date(Variables.DEMANDED_ON),
                input.requiredText(Variables.EVIDENCE, 500),
                input.list(Variables.PARTIES, PartyLine.class));
        input.remove(List.of(
                Variables.SUBJECT, Variables.RELIEF, Variables.DEMANDED_ON, Variables.EVIDENCE, Variables.PARTIES));
        execution.setProcessBusinessKey(dispute.id());
        if (dispute.offeringId() != null) {
            execution.setVariable(
                    Variables.OFFERING_NAME, offerings.get(dispute.offeringId()).name());
        }
        execution.setVariable(Variables.COMPANY_DEMANDS, dispute.isDemandedByCompany());
        execution.setVariable(Variables.FILING_DUE_DATE, Date.from(disputes.filingDueAt(dispute)));
    }
}
