package org.registrationrights.amendment;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;

/**
 * Whether the consents carry an amendment or a waiver (11.3).
 *
 * @param outstanding all Registrable Shares of the day
 * @param consenting those of the Holders that consented
 * @param required the least whole number of shares that is the agreed part of all
 */
public record AmendmentConsent(
        Consents consents,
        AgreementTerms terms,
        BigInteger outstanding,
        BigInteger consenting,
        BigInteger required,
        Result result)
        implements Explained {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** What comes of it; where several apply, the first. */
    public enum Result {
        /** Nobody is left whose consent could be counted: a person decides. */
        NO_REGISTRABLE_SHARES_MANUAL,
        NO_COMPANY_CONSENT,
        EFFECTIVE,
        SHORT
    }

    @Implements(Clause.S11_3_A)
    public static AmendmentConsent of(Consents consents, AgreementTerms terms) {
        BigInteger outstanding = sum(consents.registrable().values());
        BigInteger consenting =
                sum(consents.consentingOnce().stream().map(consents::sharesOf).toList());
        BigInteger required =
                Fraction.of(BigInteger.valueOf(terms.consentPercent()), HUNDRED).ceilOf(outstanding);
        Result result;
        if (outstanding.signum() == 0) {
            result = Result.NO_REGISTRABLE_SHARES_MANUAL;
        } else if (!consents.companyConsent()) {
            result = Result.NO_COMPANY_CONSENT;
        } else {
            result = consenting.compareTo(required) >= 0 ? Result.EFFECTIVE : Result.SHORT;
        }
        return new AmendmentConsent(consents, terms, outstanding, consenting, required, result);
    }

    public boolean effective() {
        return result == Result.EFFECTIVE;
    }

    /** Consenting shares that are still missing, whatever the Company says; 0 where there are enough. */
    public BigInteger shortBy() {
        return required.subtract(consenting).max(BigInteger.ZERO);
    }

    private static BigInteger sum(Collection<BigInteger> shares) {
        return shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** @param subject a Holder's id */
    @Override
    public List<Step> explain(String subject) {
        return subject == null ? explainAll() : explainHolder(subject);
    }

    private List<Step> explainHolder(String holder) {
        boolean consented = consents.consenting().contains(holder);
        if (!consented && !consents.registrable().containsKey(holder)) {
            throw Explained.stranger(holder);
        }
        BigInteger shares = consents.sharesOf(holder);
        return Explanation.withoutPolicies()
                .step(Clause.S11_3_A, "a Holder's Registrable Shares count, once, if it consented")
                .with("registrable", shares)
                .with("consented", consented)
                .gives("counted", consented ? shares : BigInteger.ZERO)
                .steps();
    }

    private List<Step> explainAll() {
        Explanation explanation = Explanation.withoutPolicies();
        Telling all = explanation.step(Clause.S11_3_A, "the sum of all Registrable Shares of the day");
        consents.registrable().forEach(all::with);
        all.gives("outstanding", outstanding);
        Telling those = explanation.step(Clause.S11_3_A, "the sum of those of the Holders that consented, once each");
        consents.consentingOnce().forEach(holder -> those.with(holder, consents.sharesOf(holder)));
        those.gives("consenting", consenting)
                .step(Clause.S11_3_A, "outstanding times per cent over 100, rounded up to a whole share")
                .with("outstanding", outstanding)
                .with("percent", terms.consentPercent())
                .gives("required", required)
                .step(Clause.S11_3_A, "there are shares, the Company consents, and the consenting shares are enough")
                .with("outstanding", outstanding)
                .with("companyConsent", consents.companyConsent())
                .with("consenting", consenting)
                .with("required", required)
                .gives("result", result);
        if (result == Result.SHORT) {
            explanation
                    .step(Clause.S11_3_A, "required less consenting")
                    .with("required", required)
                    .with("consenting", consenting)
                    .gives("shortBy", shortBy());
        }
        return explanation.steps();
    }
}
