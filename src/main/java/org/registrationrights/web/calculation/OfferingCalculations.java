package org.registrationrights.web.calculation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.offering.AvailableShares;
import org.registrationrights.offering.AvailableShares.Limit;
import org.registrationrights.offering.Expenses;
import org.registrationrights.offering.LimitAuthority;
import org.registrationrights.offering.LimitAuthority.Party;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.offering.PlannedOffering;
import org.registrationrights.offering.RegistrationTerm;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 1.3, 1.5, 2.1, 2.3, 5 and 10. */
final class OfferingCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>("available-shares", Limit.class, AvailableShares.POLICIES, OfferingCalculations::answer),
            new Calculation<>("limit-authority", Authority.class, LimitAuthority.POLICIES, Authority::answer),
            new Calculation<>("expenses", Bills.class, Expenses.POLICIES, Bills::answer),
            new Calculation<>("offering-gate", Gate.class, OfferingGate.POLICIES, Gate::answer),
            new Calculation<>("termination", Termination.class, RegistrationTerm.POLICIES, Termination::answer));

    private OfferingCalculations() {}

    private static Answer answer(Limit limit, Basis basis) {
        AvailableShares shares = AvailableShares.of(limit);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("pool", shares.pool());
        result.put("available", shares.available());
        result.put("nonExempt", shares.nonExempt());
        return new Answer(result, shares);
    }

    private record Authority(Party imposedBy, Boolean hasManagingUnderwriter, Boolean marketConditionsJudgment) {

        Answer answer(Basis basis) {
            LimitAuthority authority = LimitAuthority.decide(new LimitAuthority.Facts(
                    imposedBy,
                    Refusal.required("hasManagingUnderwriter", hasManagingUnderwriter, Clause.S2_3_A),
                    Refusal.required("marketConditionsJudgment", marketConditionsJudgment, Clause.S2_3_A)));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("valid", authority.valid());
            result.put("reason", authority.reason());
            result.put("expectedParty", authority.expectedParty());
            return new Answer(result, authority);
        }
    }

    /**
     * @param companyShares none where absent
     * @param otherShares none where absent
     */
    private record Bills(
            Map<String, BigInteger> holderShares, BigInteger companyShares, BigInteger otherShares, List<Bill> items) {

        private record Bill(
                Expenses.Type type,
                BigInteger cents,
                @JsonProperty("for") List<String> holders) {}

        Answer answer(Basis basis) {
            Expenses expenses = Expenses.allocate(
                    Refusal.required("holderShares", holderShares, Clause.S5_B),
                    Inputs.orElse(companyShares, BigInteger.ZERO),
                    Inputs.orElse(otherShares, BigInteger.ZERO),
                    Refusal.required("items", items, Clause.S5_A).stream()
                            .map(bill -> new Expenses.Item(bill.type, bill.cents, bill.holders))
                            .toList(),
                    basis.policies());
            Expenses.Borne borne = expenses.borne();
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("companyCents", borne.companyCents());
            result.put("holderCents", borne.holderCents());
            result.put("otherSellersCents", borne.otherSellersCents());
            result.put("totalCents", borne.totalCents());
            return new Answer(result, expenses);
        }
    }

    /** @param series2aClosedAt null while the Series 2-A offering has not closed */
    private record Gate(
            Boolean soleBusinessCombination,
            Boolean soleCompensatoryPlan,
            Boolean commonStockToPublic,
            Instant series2aClosedAt,
            Instant determinedAt,
            LocalDate agreementDate) {

        Answer answer(Basis basis) {
            PlannedOffering offering = new PlannedOffering(
                    Refusal.required("soleBusinessCombination", soleBusinessCombination, Clause.S1_5_B),
                    Refusal.required("soleCompensatoryPlan", soleCompensatoryPlan, Clause.S1_5_B),
                    Refusal.required("commonStockToPublic", commonStockToPublic, Clause.S1_5_A),
                    determinedAt);
            Refusal.required("agreementDate", agreementDate, Clause.S10_A);
            OfferingGate gate = OfferingGate.of(
                    offering, series2aClosedAt, basis.terms().madeAsOf(agreementDate), basis.policies());
            return new Answer(Map.of("result", gate.result()), gate);
        }
    }

    /** @param at null where nobody asks about an instant */
    private record Termination(LocalDate agreementDate, Instant at) {

        Answer answer(Basis basis) {
            Refusal.required("agreementDate", agreementDate, Clause.S10_A);
            RegistrationTerm term = RegistrationTerm.of(basis.terms().madeAsOf(agreementDate), basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("anniversary", term.anniversary().toString());
            result.put("terminatesAt", Explanation.text(term.terminatesAt()));
            if (at != null) {
                result.put("obligationInForce", term.obligationInForce(at));
            }
            return new Answer(result, term);
        }
    }
}
