package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.LimitAuthority;
import org.registrationrights.offering.Limitation;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the limitation, or that there is none, and who else sells. */
@Component
@Implements({Clause.S2_3_A, Clause.S1_9_A})
class DecideOnLimitationListener extends CompletedForm {

    private static final List<String> FIELDS =
            List.of("limitationImposed", "imposedBy", "marketConditions", "availableShares", "others");

    /** A line of the form; counts are strings, as in every form. */
    private record Line(
            String id,
            @JsonProperty("class") SecurityClass securityClass,
            BigInteger entitledHeld,
            BigInteger requested,
            BigInteger included,
            Boolean hasAgreement,
            Boolean exercisedRights) {

        OtherSeller otherSeller() {
            return new OtherSeller(
                    id,
                    securityClass,
                    entitledHeld,
                    requested,
                    included,
                    true,
                    hasAgreement == null || hasAgreement,
                    exercisedRights == null || exercisedRights);
        }
    }

    private final AllocationRepository allocations;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    DecideOnLimitationListener(AllocationRepository allocations, CaseNotes caseFile, CurrentUser user, Clock clock) {
        this.allocations = allocations;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        Limitation limitation = Limitation.of(
                input.requiredBoolean("limitationImposed"),
                input.choice("imposedBy", LimitAuthority.Party.class),
                input.ticked("marketConditions"),
                input.count("availableShares"),
                input.list("others", Line.class).stream().map(Line::otherSeller).toList(),
                (Boolean) execution.getVariable(Variables.UNDERWRITTEN));
        int round = allocations.begin(offeringId, limitation, clock.instant(), user.id());
        input.remove(FIELDS);
        caseFile.on(offeringId, Clause.S2_3_A)
                .input("limitation", limitation)
                .result("round", round)
                .write(limitation.imposed() ? "Limitation imposed" : "No limitation imposed");
    }
}
