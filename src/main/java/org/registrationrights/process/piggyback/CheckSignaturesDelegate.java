package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.SignatureRepository.Missing;
import org.springframework.stereotype.Component;

/** Whether all signatures are settled, and else when the first of the missing ones will be overdue. */
@Component
@Implements(Clause.S2_2_A)
class CheckSignaturesDelegate implements JavaDelegate {

    private final Signatures signatures;
    private final Agreement agreement;

    CheckSignaturesDelegate(Signatures signatures, Agreement agreement) {
        this.signatures = signatures;
        this.agreement = agreement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Missing> missing = signatures.missing(Variables.offeringId(execution));
        execution.setVariable(Variables.SIGNATURES_SETTLED, missing.isEmpty());
        missing.stream()
                .map(Missing::dueOn)
                .min(LocalDate::compareTo)
                .map(agreement::endOf)
                .ifPresent(overdueAt -> {
                    execution.setVariable(Variables.SIGNATURES_OVERDUE_AT, Date.from(overdueAt));
                    execution.setVariable(Variables.SIGNATURES_DUE_DATE, Date.from(overdueAt.minusSeconds(1)));
                });
    }
}
