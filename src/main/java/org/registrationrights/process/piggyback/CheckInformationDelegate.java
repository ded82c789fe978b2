package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.InformationRequest;
import org.springframework.stereotype.Component;

/** Whether all information is settled, and else when the first of what is missing will be overdue. */
@Component
@Implements(Clause.S2_4_A)
class CheckInformationDelegate implements JavaDelegate {

    private final InformationOfHolders information;
    private final Agreement agreement;

    CheckInformationDelegate(InformationOfHolders information, Agreement agreement) {
        this.information = information;
        this.agreement = agreement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<InformationRequest> missing = information.missing(Variables.offeringId(execution));
        execution.setVariable(Variables.INFORMATION_SETTLED, missing.isEmpty());
        missing.stream()
                .map(InformationRequest::dueOn)
                .min(LocalDate::compareTo)
                .map(agreement::endOf)
                .ifPresent(overdueAt -> {
                    execution.setVariable(Variables.INFORMATION_OVERDUE_AT, Date.from(overdueAt));
                    execution.setVariable(Variables.INFORMATION_DUE_DATE, Date.from(overdueAt.minusSeconds(1)));
                });
    }
}
