package org.registrationrights.web.calculation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.registrationrights.offering.OwnershipPercentage;
import org.registrationrights.offering.Parity;
import org.registrationrights.offering.ParityProposal;
import org.registrationrights.offering.SellingHolder;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 1.3 and 2.3: how the shares that there are go to the Holders. */
final class AllocationCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>("ownership-percentage", Ownership.class, OwnershipPercentage.POLICIES, Ownership::answer),
            new Calculation<>("cutback", Limited.class, Cutback.POLICIES, Limited::answer));

    private AllocationCalculations() {}

    /** Another seller's line; it takes part, by an agreement and by a right of its own, unless said otherwise. */
    private record Other(
            String id,
            @JsonProperty("class") SecurityClass securityClass,
            BigInteger entitledHeld,
            BigInteger requested,
            BigInteger included,
            Boolean participating,
            Boolean hasAgreement,
            Boolean exercisedRights) {

        static List<OtherSeller> sellers(List<Other> others) {
            return Inputs.orElse(others, List.<Other>of()).stream()
                    .map(Other::seller)
                    .toList();
        }

        private OtherSeller seller() {
            return new OtherSeller(
                    id,
                    securityClass,
                    entitledHeld,
                    requested,
                    included,
                    Inputs.orElse(participating, true),
                    Inputs.orElse(hasAgreement, true),
                    Inputs.orElse(exercisedRights, true));
        }
    }

    private record Ownership(List<SellingHolder> holders, List<Other> others) {

        Answer answer(Basis basis) {
            OwnershipPercentage percentage = OwnershipPercentage.of(
                    Refusal.required("holders", holders, Clause.S1_3_A), Other.sellers(others), basis.policies());
            Map<String, Object> ownership = new LinkedHashMap<>();
            percentage.ownership().forEach((holder, part) -> ownership.put(holder, fields(part)));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("denominator", percentage.denominator());
            result.put("ownership", ownership);
            result.put("notRequesting", percentage.notRequesting());
            return new Answer(result, percentage);
        }

        private static Map<String, String> fields(Fraction part) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("fraction", OwnershipPercentage.text(part));
            fields.put("decimal", part.decimal(12).toPlainString());
            return fields;
        }
    }

    /** @param available null where there is no limitation, which has to be said */
    private record Limited(
            List<SellingHolder> holders,
            List<Other> others,
            @JsonProperty(required = true) BigInteger available) {

        Answer answer(Basis basis) {
            Cutback cutback = Cutback.allocate(
                    Refusal.required("holders", holders, Clause.S2_3_C),
                    Other.sellers(others),
                    available,
                    basis.policies());
            Map<String, String> exact = new LinkedHashMap<>();
            cutback.exact().forEach((holder, share) -> exact.put(holder, share.toString()));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("limitationImposed", cutback.limitationImposed());
            result.put("rule", cutback.rule());
            result.put("exact", exact);
            result.put("allocated", cutback.allocated());
            result.put("totalAllocated", cutback.totalAllocated());
            if (cutback.limitationImposed()) {
                result.put("unallocated", cutback.unallocated());
            }
            result.put("excluded", cutback.excluded());
            if (!cutback.ownership().rejectedRequests().isEmpty()) {
                result.put("rejectedRequests", cutback.ownership().rejectedRequests());
            }
            result.put("parity", cutback.parity() == null ? null : parity(cutback));
            return new Answer(result, cutback);
        }

        private static Map<String, Object> parity(Cutback cutback) {
            Parity parity = cutback.parity();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    "benchmark",
                    parity.benchmark() == null ? null : parity.benchmark().toString());
            if (parity.floor() == null) {
                fields.put("aggregateFloor", parity.aggregateFloor());
                fields.put("aggregateDeficit", parity.aggregateDeficit());
            } else {
                fields.put("floor", parity.floor());
                fields.put("deficit", parity.deficit());
            }
            fields.put("compliant", parity.compliant());
            ParityProposal proposal = cutback.parityProposal();
            if (proposal != null) {
                Map<String, Object> shares = new LinkedHashMap<>();
                shares.put("holders", proposal.holders());
                shares.put("others", proposal.others());
                shares.put("capacity", proposal.capacity());
                shares.put("unused", proposal.unused());
                fields.put("proposal", shares);
            }
            return fields;
        }
    }
}
