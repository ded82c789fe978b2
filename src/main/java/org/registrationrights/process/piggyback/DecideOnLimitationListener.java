package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AvailableShares;
import org.registrationrights.offering.LimitAuthority;
import org.registrationrights.offering.Limitation;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Facts;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the limitation, or that there is none, and who else sells. */
@Component
@Implements({Clause.S2_3_A, Clause.S1_9_A})
class DecideOnLimitationListener extends CompletedForm {

    private static final List<String> FIELDS = List.of(
            "limitationImposed",
            "imposedBy",
            "marketConditions",
            "availableShares",
            "overallLimit",
            "others",
            "noOtherSellers");

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
    private final RequestingHolders requesting;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    DecideOnLimitationListener(
            OfferingRepository offerings,
            AllocationRepository allocations,
            RequestingHolders requesting,
            Agreement agreement,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.requesting = requesting;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        List<Line> lines = input.listOrNone("others", Line.class, "noOtherSellers");
        List<OtherSeller> others = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).otherSeller("others[" + i + "]"))
                .toList();
        BigInteger overallLimit = input.count("overallLimit");
        AvailableShares worked = overallLimit == null ? null : workedOut(offeringId, overallLimit, others, input);
        LimitAuthority.Party imposedBy = input.choice("imposedBy", LimitAuthority.Party.class);
        Limitation limitation = worked == null
                ? Limitation.of(
                        input.requiredBoolean("limitationImposed"), imposedBy, input.count("availableShares"), others)
                : Limitation.ofOverallLimit(imposedBy, worked, others);
        LimitAuthority authority = limitation.imposed() ? authority(offeringId, limitation, input) : null;
        int round = allocations.begin(offeringId, limitation, clock.instant(), user.id());
        input.remove(FIELDS);
        execution.setVariable(Variables.LIMITATION_IMPOSED, limitation.imposed());
        execution.setVariable(Variables.RETURN_SENTENCE, authority == null ? "" : sentence(authority));
        CaseNotes.Note note = caseFile.on(offeringId, Clause.S2_3_A)
                .input("limitation", limitation)
                .result("round", round);
        if (worked != null) {
            note.result("availableWorkedOut", worked.explain(null));
        }
        if (authority != null) {
            execution.setVariables(Facts.of(authority.facts()));
            note.result("authority", authority.finding()).steps(authority.explain(null));
        }
        note.write(event(authority));
    }

    /**
     * A help outside the agreement's text, for an underwriter that states a limit of the whole offering only.
     *
     * @throws Refusal where the available shares are stated as well, and without a limitation
     */
    private AvailableShares workedOut(
            String offeringId, BigInteger overallLimit, List<OtherSeller> others, Input input) {
        if (!input.requiredBoolean("limitationImposed")) {
            throw Refusal.invalid("overallLimit", "must be absent without a limitation", Clause.S2_3_A);
        }
        if (input.count("availableShares") != null) {
            throw Refusal.invalid(
                    "overallLimit", "must be absent where availableShares says what remains", Clause.S2_3_C);
        }
        return AvailableShares.of(
                overallLimit,
                offerings.get(offeringId).companyShares(),
                requesting.on(offeringId, agreement.day(clock.instant())),
                others);
    }

    private static String event(LimitAuthority authority) {
        if (authority == null) {
            return "No limitation imposed";
        }
        return authority.valid() ? "Limitation imposed" : "Limitation does not count";
    }

    private LimitAuthority authority(String offeringId, Limitation limitation, Input input) {
        boolean hasManagingUnderwriter = offerings.get(offeringId).underwritten();
        return LimitAuthority.decide(new LimitAuthority.Facts(
                limitation.imposedBy(), hasManagingUnderwriter, input.ticked("marketConditions")));
    }

    /** Tells the one who decides on the limitation why it came back. */
    private static String sentence(LimitAuthority authority) {
        return authority.valid()
                ? ""
                : switch (authority.reason()) {
                    case WRONG_PARTY ->
                        "The limitation does not count: only "
                                + switch (authority.expectedParty()) {
                                    case MANAGING_UNDERWRITER -> "the managing underwriter";
                                    case COMPANY -> "the Company";
                                }
                                + " may limit the shares of this offering.";
                    case NOT_MARKET_CONDITIONS -> "The limitation does not count: only market conditions justify one.";
                };
    }
}
