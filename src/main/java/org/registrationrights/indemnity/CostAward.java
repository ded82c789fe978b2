package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LoserSplit;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.arithmetic.LargestRemainder;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;

/**
 * Who pays for a dispute (11.5, 11.6), in cents. The two sections make one award: 11.6 adds the kinds of cost that 11.5
 * leaves out, and nothing counts twice.
 *
 * @param awardCents what those who prevail recover
 * @param forumFeesUnpaidCents what the forum is still owed
 * @param disallowedCents what those who prevail were billed beyond what is reasonable
 * @param payableCents by loser what it owes of award and unpaid forum fees; where nobody prevails, by party what it
 *     owes of the unpaid forum fees
 */
@Implements({Clause.S11_5_B, Clause.S11_6_A})
public record CostAward(
        CostSheet sheet,
        Policies policies,
        BigInteger awardCents,
        BigInteger forumFeesUnpaidCents,
        BigInteger disallowedCents,
        Map<String, BigInteger> payableCents)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("loserSplit");

    public enum Status {
        AWARDED,
        NO_PREVAILING_PARTY
    }

    public static CostAward of(CostSheet sheet, Policies policies) {
        BigInteger award = BigInteger.ZERO;
        BigInteger unpaid = BigInteger.ZERO;
        BigInteger disallowed = BigInteger.ZERO;
        for (CostSheet.Item item : sheet.items()) {
            if (item.unpaid()) {
                unpaid = unpaid.add(item.cents());
            } else if (sheet.recovers(item)) {
                award = award.add(item.recoverableCents());
                disallowed = disallowed.add(item.cents().subtract(item.recoverableCents()));
            }
        }
        List<String> payers = sheet.payers();
        BigInteger all = award.add(unpaid);
        List<BigInteger> parts = jointly(sheet, policies)
                ? Collections.nCopies(payers.size(), all)
                : LargestRemainder.split(all, Collections.nCopies(payers.size(), BigInteger.ONE));
        Map<String, BigInteger> payable = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            payable.put(payers.get(i), parts.get(i));
        }
        return new CostAward(sheet, policies, award, unpaid, disallowed, payable);
    }

    public Status status() {
        return sheet.somebodyPrevails() ? Status.AWARDED : Status.NO_PREVAILING_PARTY;
    }

    /** Only losers can answer jointly: without a winner the unpaid forum fees are shared. */
    private static boolean jointly(CostSheet sheet, Policies policies) {
        return sheet.somebodyPrevails() && policies.loserSplit() == LoserSplit.JOINT;
    }

    /** @param subject one of those who pay */
    @Override
    public List<Step> explain(String subject) {
        if (subject != null && !payableCents.containsKey(subject)) {
            throw Explained.stranger(subject);
        }
        Explanation explanation = Explanation.under(policies);
        if (sheet.somebodyPrevails()) {
            explainAward(explanation);
        } else {
            explanation
                    .step(Clause.S11_6_A, "nobody prevails: each bears its own")
                    .gives("awardCents", awardCents);
        }
        Telling unpaid = explanation.step(Clause.S11_5_B, "the sum of the bills that the forum is still owed");
        for (int i = 0; i < sheet.items().size(); i++) {
            if (sheet.items().get(i).unpaid()) {
                unpaid.with(bill(i), sheet.items().get(i).cents());
            }
        }
        unpaid.gives("forumFeesUnpaidCents", forumFeesUnpaidCents);
        if (subject != null) {
            explainPart(explanation, subject);
        }
        return explanation.steps();
    }

    private void explainAward(Explanation explanation) {
        Telling award = explanation.step(
                Clause.S11_6_A,
                "the sum of the bills of those who prevail, attorneys and accounting as far as reasonable");
        Telling disallowed = explanation.step(Clause.S11_6_A, "the sum of what is not reasonable in those bills");
        for (int i = 0; i < sheet.items().size(); i++) {
            CostSheet.Item item = sheet.items().get(i);
            if (sheet.recovers(item)) {
                award.with(bill(i), item.recoverableCents());
                if (item.reasonableCents() != null) {
                    disallowed.with(bill(i), item.cents().subtract(item.recoverableCents()));
                }
            }
        }
        award.gives("awardCents", awardCents);
        disallowed.gives("disallowedCents", disallowedCents);
    }

    private void explainPart(Explanation explanation, String payer) {
        BigInteger all = awardCents.add(forumFeesUnpaidCents);
        BigInteger payers = BigInteger.valueOf(payableCents.size());
        Telling part;
        if (jointly(sheet, policies)) {
            part = explanation.step(Clause.S11_6_A, "every loser answers for award and unpaid forum fees as a whole");
        } else {
            part = explanation
                    .step(
                            sheet.somebodyPrevails() ? Clause.S11_6_A : Clause.S11_5_B,
                            "award and unpaid forum fees in equal parts, odd cents to the first")
                    .with("payers", payers)
                    .with("exactCents", Fraction.of(all, payers));
        }
        part.with("awardCents", awardCents).with("forumFeesUnpaidCents", forumFeesUnpaidCents);
        if (sheet.somebodyPrevails()) {
            part.reading("loserSplit").gives("loserCents." + payer, payableCents.get(payer));
        } else {
            part.gives("forumSharesCents." + payer, payableCents.get(payer));
        }
    }

    private String bill(int i) {
        return "items[" + i + "] " + sheet.items().get(i).type();
    }
}
