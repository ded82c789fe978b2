package org.registrationrights.offering;

import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Whether a limitation on the number of shares is one that 2.3 allows.
 *
 * @param reason why it is not, or null where it is
 * @param expectedParty the only party that may impose one in this offering
 */
public record LimitAuthority(Facts facts, Reason reason, Party expectedParty) implements Explained {

    /** No policy decides. */
    public static final Set<String> POLICIES = Set.of();

    /** Who imposes a limitation. */
    public enum Party {
        MANAGING_UNDERWRITER,
        COMPANY
    }

    /** Why a limitation does not count; where both apply, the first. */
    public enum Reason {
        WRONG_PARTY,
        NOT_MARKET_CONDITIONS
    }

    /** @param marketConditionsJudgment whether that party judged the limitation necessary for market conditions */
    public record Facts(Party imposedBy, boolean hasManagingUnderwriter, boolean marketConditionsJudgment) {

        public Facts {
            Refusal.required("imposedBy", imposedBy, Clause.S2_3_A);
        }
    }

    @Implements(Clause.S2_3_A)
    public static LimitAuthority decide(Facts facts) {
        Party expected = facts.hasManagingUnderwriter ? Party.MANAGING_UNDERWRITER : Party.COMPANY;
        if (facts.imposedBy != expected) {
            return new LimitAuthority(facts, Reason.WRONG_PARTY, expected);
        }
        return new LimitAuthority(
                facts, facts.marketConditionsJudgment ? null : Reason.NOT_MARKET_CONDITIONS, expected);
    }

    public boolean valid() {
        return reason == null;
    }

    /** {@code VALID}, or the reason why not: the code that the decision table gives. */
    public String finding() {
        return valid() ? "VALID" : reason.name();
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation.Telling deciding = Explanation.withoutPolicies()
                .step(Clause.S2_3_A, "the managing underwriter if there is one, else the Company")
                .with("hasManagingUnderwriter", facts.hasManagingUnderwriter)
                .gives("expectedParty", expectedParty)
                .step(
                        Clause.S2_3_A,
                        "imposed by that party, and for market conditions; the first that fails is the reason why not")
                .with("imposedBy", facts.imposedBy)
                .with("expectedParty", expectedParty)
                .with("marketConditionsJudgment", facts.marketConditionsJudgment);
        return (valid() ? deciding.gives("valid", true) : deciding.gives("reason", reason)).steps();
    }
}
