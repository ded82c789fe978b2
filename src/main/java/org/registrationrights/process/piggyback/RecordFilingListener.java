package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores that the registration statement was filed. */
@Component
@Implements({Clause.S2_1_E, Clause.S2_3_D, Clause.S8_A})
class RecordFilingListener extends CompletedForm {

    private final OfferingRepository offerings;
    private final StandingAllocation allocation;
    private final RegistrationDecisions decisions;
    private final InformationOfHolders information;
    private final OfferingPapers papers;
    private final Dates dates;
    private final CaseNotes caseFile;

    RecordFilingListener(
            OfferingRepository offerings,
            StandingAllocation allocation,
            RegistrationDecisions decisions,
            InformationOfHolders information,
            OfferingPapers papers,
            Dates dates,
            CaseNotes caseFile) {
        this.offerings = offerings;
        this.allocation = allocation;
        this.decisions = decisions;
        this.information = information;
        this.papers = papers;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Offering offering = offerings.get(Variables.offeringId(execution));
        String fileNumber = input.requiredText("fileNumber", 40);
        LocalDate filedOn = dates.notInFuture("filedOn", input.requiredDate("filedOn"));
        dates.notBefore("filedOn", filedOn, dates.day(offering.determinedAt()), "the determination");
        allocation.checkFiling(offering.id());
        decisions.checkGoesOn(offering.id());
        offerings.filed(offering.id(), fileNumber, filedOn);
        execution.setVariable(Variables.STATEMENT_FILED, true);
        input.remove(List.of("fileNumber", "filedOn"));
        caseFile.on(offering.id(), Clause.S1_6_A)
                .input("fileNumber", fileNumber)
                .input("filedOn", filedOn)
                .write("Registration statement filed");
        papers.sellingHolders(offering.id(), information.sellingHolders(offering.id()));
    }
}
