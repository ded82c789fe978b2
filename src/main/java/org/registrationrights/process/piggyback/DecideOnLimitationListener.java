package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.LimitAuthority;
import org.registrationrights.offering.Limitation;
import org.registrationrights.offering.OfferingRepository;
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

    private static final List<String> FIELDS = List.of(
            "limitationImposed", "imposedBy", "marketConditions", "availableShares", "others", "noOtherSellers");

    /** A line of the form; counts are strings, as in every form. */
    private record Line(
            String id,
            @JsonProperty("class") SecurityClass securityClass,
            BigInteger entitledHeld,
            BigInteger requested,
            BigInteger included,
            Boolean hasAgreement,
            Boolean exercisedRights) {

        OtherSeller otherSeller(String path) {
            return new OtherSeller(
                    id,
                    securityClass,
                    Input.checked(path + ".entitledHeld", entitledHeld),
                    Input.checked(path + ".requested", requested),
                    Input.checked(path + ".included", included),
                    true,
                    hasAgreement == null || hasAgreement,
                    exercisedRights == null || exercisedRights);
        }
    }

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    DecideOnLimitationListener(
            OfferingRepository offerings,
            AllocationRepository allocations,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        List<Line> lines = input.listOrNone("others", Line.class, "noOtherSellers");
        Limitation limitation = Limitation.of(
                input.requiredBoolean("limitationImposed"),
                input.choice("imposedBy", LimitAuthority.Party.class),
                input.ticked("marketConditions"),
                input.count("availableShares"),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).otherSeller("others[" + i + "]"))
                        .toList(),
                offerings.get(offeringId).underwritten());
        int round = allocations.begin(offeringId, limitation, clock.instant(), user.id());
        input.remove(FIELDS);
        caseFile.on(offeringId, Clause.S2_3_A)
                .input("limitation", limitation)
                .result("round", round)
                .write(limitation.imposed() ? "Limitation imposed" : "No limitation imposed");
    }
}
