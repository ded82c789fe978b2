package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * What a dispute has cost, and who was found to prevail in it (11.5, 11.6).
 *
 * @param parties to the dispute, in the order in which odd cents fall
 * @param prevailing some of the parties; null where nobody prevails
 */
public record CostSheet(List<String> parties, List<String> prevailing, List<Item> items) {

    /**
     * One bill.
     *
     * @param party who bore it at first; for unpaid forum fees the forum, or whoever sent the bill
     * @param type {@code ATTORNEYS}, {@code ACCOUNTING}, {@code FORUM_FEES}, or any other kind by its own name
     * @param reasonableCents for attorneys and accounting: how much is reasonable; null for the whole bill
     * @param unpaid for forum fees: whether the forum is still owed them; false unless said otherwise
     */
    public record Item(String party, String type, BigInteger cents, BigInteger reasonableCents, Boolean unpaid) {

        /** "Reasonable" stands in the text with these two kinds only. */
        private static final Set<String> AS_FAR_AS_REASONABLE = Set.of("ATTORNEYS", "ACCOUNTING");

        private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

        /** @throws Refusal for what is missing, negative, or does not belong to the type */
        public Item {
            Checks.id("party", party);
            if (!TYPE.matcher(Refusal.required("type", type, Clause.S11_6_A)).matches()) {
                throw Refusal.invalid("type", "'" + type + "' is not a name such as ATTORNEYS", Clause.S11_6_A);
            }
            Checks.amount("cents", cents, Clause.S11_6_A);
            if (reasonableCents != null) {
                Checks.amount("reasonableCents", reasonableCents, Clause.S11_6_A);
                if (!AS_FAR_AS_REASONABLE.contains(type)) {
                    throw Refusal.invalid(
                            "reasonableCents", "belongs to attorneys and accounting only", Clause.S11_6_A);
                }
            }
            unpaid = unpaid != null && unpaid;
            if (unpaid && !type.equals("FORUM_FEES")) {
                throw Refusal.invalid("unpaid", "belongs to forum fees only", Clause.S11_5_B);
            }
        }

        /** As much of it as can be recovered; a finding above the bill adds nothing. */
        BigInteger recoverableCents() {
            return reasonableCents == null ? cents : cents.min(reasonableCents);
        }
    }

    /**
     * @throws Refusal for fewer than two parties, for one that is unknown or named twice, and where nobody or everybody
     *     is said to prevail
     */
    public CostSheet {
        parties = Checks.ids("parties", Refusal.required("parties", parties, Clause.S11_5_A));
        if (parties.size() < 2) {
            throw Refusal.invalid("parties", "must be two at least", Clause.S11_5_A);
        }
        if (prevailing != null) {
            prevailing = Checks.ids("prevailing", prevailing);
            for (int i = 0; i < prevailing.size(); i++) {
                party("prevailing[" + i + "]", prevailing.get(i), parties);
            }
            if (prevailing.isEmpty() || prevailing.size() == parties.size()) {
                throw Refusal.invalid(
                        "prevailing",
                        "must be some of the parties and not all; it is null where nobody prevails",
                        Clause.S11_6_A);
            }
        }
        items = List.copyOf(Refusal.required("items", items, Clause.S11_6_A));
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).unpaid) {
                party("items[" + i + "].party", items.get(i).party, parties);
            }
        }
    }

    private static void party(String field, String id, List<String> parties) {
        if (!parties.contains(id)) {
            throw Refusal.invalid(field, "'" + id + "' is no party to the dispute", Clause.S11_6_A);
        }
    }

    boolean somebodyPrevails() {
        return prevailing != null;
    }

    boolean recovers(Item item) {
        return !item.unpaid && somebodyPrevails() && prevailing.contains(item.party);
    }

    /** Who pays: those who lose, or everybody where nobody prevails. */
    List<String> payers() {
        return somebodyPrevails()
                ? parties.stream().filter(party -> !prevailing.contains(party)).toList()
                : parties;
    }
}
