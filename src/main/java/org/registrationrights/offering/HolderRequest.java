package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * What a selling Holder asks of the Company beside the line of the offering, and what came of it (4(a), 4(b), 4(g),
 * 4(h)). It may be asked at any time, and the offering waits for none of it.
 *
 * @param askedFor the papers or records, in the Holder's words; null for {@link Kind#BLUE_SKY}
 * @param states the states asked for, by their two letters; empty but for {@link Kind#BLUE_SKY}
 * @param confidentialityAgreement the paper that shows it, for {@link Kind#INSPECTION}; null while there is none
 * @param receivedOn the day the Company received the request
 * @param answeredBy null until somebody has answered
 */
public record HolderRequest(
        String id,
        String offeringId,
        String holderId,
        Kind kind,
        String askedFor,
        List<String> states,
        String confidentialityAgreement,
        LocalDate receivedOn,
        String processInstanceId,
        State state,
        String answeredBy,
        Instant answeredAt,
        List<Decision> decisions,
        List<Fulfilment> fulfilments) {

    /**
     * The agreement sets no day by which the Company answers. It is reminded after as many days as a Holder has for an
     * answer of its own (2.1); nothing happens when they are over.
     */
    public static final Period REMINDER = Period.ofDays(10);

    private static final int LONGEST_REQUEST = 1000;
    private static final int LONGEST_ITEM = 500;

    private static final Set<String> STATES =
            Set.of(("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI"
                            + " MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
                            + " DC AS GU MP PR VI")
                    .split(" "));

    /** What may be asked for. */
    public enum Kind {
        /** Prospectuses, and papers that help to sell. */
        DOCUMENTS(Clause.S4_A, true),
        /** Qualification of the shares under the securities laws of states. */
        BLUE_SKY(Clause.S4_B, true),
        /** To see and copy the Company's records. */
        INSPECTION(Clause.S4_G, false),
        /** Copies of what was filed with the SEC and of the letters exchanged with it. */
        FILINGS(Clause.S4_H, false);

        private final Clause clause;
        private final boolean servesSale;

        Kind(Clause clause, boolean servesSale) {
            this.clause = clause;
            this.servesSale = servesSale;
        }

        public Clause clause() {
            return clause;
        }
    }

    /** Where a request stands. */
    public enum State {
        /** Nobody has answered. */
        OPEN,
        /** Granted, at least in part, and not yet fulfilled. */
        GRANTED,
        FULFILLED,
        REFUSED,
        /** The offering was withdrawn before the request was answered or fulfilled. */
        MOOT
    }

    public enum Outcome {
        GRANTED,
        REFUSED
    }

    /**
     * The answer to a request, or to a part of it.
     *
     * @param item a state, or the part of the request that is meant; null for all that was asked for
     * @param ground of a refusal only
     * @param reason the sentence that a refusal rests on
     */
    public record Decision(String item, Outcome outcome, PermittedRefusal ground, String reason) {}

    /**
     * Evidence that a grant was kept: a delivery, a visit to the records, a state's order.
     *
     * @param state the granted state, by its two letters; null but for {@link Kind#BLUE_SKY}
     * @param how by what means, and into whose hands
     */
    public record Fulfilment(
            String state, String what, LocalDate furnishedOn, String how, String recordedBy, Instant recordedAt) {}

    /** @throws Refusal for what does not belong to the kind of request, and where what is asked for is missing */
    public static HolderRequest received(
            String id,
            String offeringId,
            String holderId,
            Kind kind,
            String askedFor,
            List<String> states,
            String confidentialityAgreement,
            LocalDate receivedOn,
            String processInstanceId) {
        boolean blueSky = kind == Kind.BLUE_SKY;
        require(
                blueSky == (askedFor == null),
                "askedFor",
                blueSky ? "must be absent: the states say it" : "is required");
        require(blueSky != states.isEmpty(), "states", blueSky ? "are required" : "belong to BLUE_SKY only");
        checkConfidentialityAgreement(kind, confidentialityAgreement);
        Set<String> used = new HashSet<>();
        for (String state : states) {
            checkState("states", state);
            require(used.add(state), "states", "'" + state + "' is there twice");
        }
        Checks.readable(LONGEST_REQUEST, "askedFor", askedFor);
        return new HolderRequest(
                id,
                offeringId,
                holderId,
                kind,
                askedFor,
                List.copyOf(states),
                confidentialityAgreement,
                receivedOn,
                processInstanceId,
                State.OPEN,
                null,
                null,
                List.of(),
                List.of());
    }

    /** @throws Refusal for what is no state of the United States, by its two letters */
    static void checkState(String field, String state) {
        require(STATES.contains(state), field, "'" + state + "' is not the two-letter code of a state");
    }

    /** @throws Refusal for a paper where there is nothing to inspect; none is no fault */
    public static void checkConfidentialityAgreement(Kind kind, String paper) {
        require(kind == Kind.INSPECTION || paper == null, "confidentialityAgreement", "belongs to INSPECTION only");
        Checks.readable(LONGEST_ITEM, "confidentialityAgreement", paper);
    }

    /**
     * Whether a Holder is a selling one: it has asked in time for inclusion, has not been cut back to nothing, and the
     * offering was not withdrawn before anything could be sold.
     *
     * @param requested the shares of the answer that counts; null where there is none
     * @param allocated null while no allocation is approved
     */
    @Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
    public static boolean sells(Offering offering, BigInteger requested, BigInteger allocated) {
        return !withdrawnUnsold(offering)
                && requested != null
                && requested.signum() > 0
                && (allocated == null || allocated.signum() > 0);
    }

    /**
     * The duties of Section 4 come with the duty to register. Papers for the sale and qualification in a state are owed
     * until it ends; records and filings of a registration that took place may be asked for afterwards.
     *
     * @throws Refusal where the Company owes nobody anything of the kind in this offering
     */
    @Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
    public void checkOwed(Offering offering) {
        Offering.Registration registration = offering.registration();
        if (offering.phase() == Offering.Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " obliges the Company to register no Registrable Shares", kind.clause);
        }
        if (withdrawnUnsold(offering)) {
            throw Refusal.conflict("offeringId", offeringId + " was withdrawn before a registration", kind.clause);
        }
        if (kind.servesSale && (registration.withdrawnAt() != null || registration.closedOn() != null)) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is over, and nothing is sold in it any more", kind.clause);
        }
    }

    /**
     * @param sells whether the Holder is a selling one
     * @throws Refusal for any other, who has none of these rights
     */
    @Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
    public void checkAsker(boolean sells) {
        if (!sells) {
            throw Refusal.conflict(
                    "holderId",
                    holderId + " is no selling Holder in " + offeringId + ": no request of it for inclusion counts",
                    kind.clause);
        }
    }

    private static boolean withdrawnUnsold(Offering offering) {
        return offering.registration().withdrawnAt() != null
                && offering.registration().effectiveAt() == null;
    }

    /**
     * Whether the withdrawal of the offering ends it: with the sale go the papers for it and the qualification in
     * states. What was asked for while the Holder sold, and can still be shown, stays with those who answer it (8).
     */
    @Implements(Clause.S8_A)
    public boolean endsWithWithdrawal() {
        return kind.servesSale && (state == State.OPEN || state == State.GRANTED);
    }

    /**
     * Holds an answer against the text: each state is answered, a refusal has one of the grounds that are permitted and
     * a reason, and nobody inspects without a confidentiality agreement.
     *
     * @param sells whether the Holder is still a selling one
     */
    @Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
    public void checkAnswer(List<Decision> answer, boolean sells) {
        require(!answer.isEmpty(), "answers", "needs at least one line");
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < answer.size(); i++) {
            Decision decision = answer.get(i);
            String path = "answers[" + i + "].";
            checkItem(path, decision.item, answer.size());
            require(answered.add(decision.item), path + "item", "'" + decision.item + "' is answered twice");
            require(decision.outcome != null, path + "outcome", "is required");
            if (decision.outcome == Outcome.REFUSED) {
                checkRefusal(path, decision, sells);
            } else {
                require(decision.ground == null, path + "ground", "must be absent: nothing is refused");
                require(decision.reason == null, path + "reason", "must be absent: nothing is refused");
                if (kind == Kind.INSPECTION && confidentialityAgreement == null) {
                    throw Refusal.conflict(
                            path + "outcome",
                            "cannot be granted before a confidentiality agreement is received",
                            kind.clause);
                }
            }
        }
        for (String asked : states) {
            require(answered.contains(asked), "answers", asked + " is not answered");
        }
    }

    private void checkItem(String path, String item, int lines) {
        if (kind == Kind.BLUE_SKY) {
            boolean asked = item != null && states.contains(item);
            require(asked, path + "item", "must be one of the states asked for, " + states);
        }
        require(item != null || lines == 1, path + "item", "is required where there is more than one line");
        Checks.readable(LONGEST_ITEM, path + "item", item);
    }

    private void checkRefusal(String path, Decision decision, boolean sells) {
        List<PermittedRefusal> permitted = PermittedRefusal.of(kind);
        require(decision.ground != null, path + "ground", "is required: one of " + permitted);
        if (!permitted.contains(decision.ground)) {
            throw Refusal.invalid(
                    path + "ground",
                    decision.ground + " is no ground to refuse " + kind + "; permitted are " + permitted,
                    kind.clause);
        }
        if (decision.ground == PermittedRefusal.NO_LONGER_SELLING && sells) {
            throw Refusal.conflict(path + "ground", holderId + " still sells in " + offeringId, kind.clause);
        }
        checkText(path + "reason", decision.reason, LONGEST_REQUEST);
    }

    /**
     * Holds evidence against what was granted.
     *
     * @param complete whether nothing remains to be done: there is evidence then, and for every state that was granted
     */
    @Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
    public void checkFulfilment(List<Fulfilment> evidence, boolean complete, LocalDate today) {
        List<String> granted = states.stream().filter(this::wasGranted).toList();
        for (int i = 0; i < evidence.size(); i++) {
            Fulfilment entry = evidence.get(i);
            String path = "fulfilments[" + i + "].";
            if (kind == Kind.BLUE_SKY) {
                boolean known = entry.state != null && granted.contains(entry.state);
                require(known, path + "state", "must be one of the states that were granted, " + granted);
            } else {
                require(entry.state == null, path + "state", "belongs to BLUE_SKY only");
            }
            checkText(path + "what", entry.what, LONGEST_REQUEST);
            checkText(path + "how", entry.how, LONGEST_ITEM);
            require(entry.furnishedOn != null, path + "furnishedOn", "is required");
            require(!entry.furnishedOn.isAfter(today), path + "furnishedOn", entry.furnishedOn + " is in the future");
            require(
                    !entry.furnishedOn.isBefore(receivedOn),
                    path + "furnishedOn",
                    entry.furnishedOn + " is before the request, " + receivedOn);
        }
        if (complete) {
            List<Fulfilment> all =
                    Stream.concat(fulfilments.stream(), evidence.stream()).toList();
            require(!all.isEmpty(), "requestFulfilled", "needs evidence of what was furnished");
            for (String state : granted) {
                require(
                        all.stream().anyMatch(entry -> state.equals(entry.state)),
                        "requestFulfilled",
                        "needs evidence of what was done in " + state);
            }
        }
    }

    private boolean wasGranted(String state) {
        return decisions.stream()
                .anyMatch(decision -> decision.outcome == Outcome.GRANTED && state.equals(decision.item));
    }

    private static void checkText(String field, String text, int longest) {
        require(text != null, field, "is required");
        Checks.readable(longest, field, text);
    }

    private static void require(boolean met, String field, String sentence) {
        if (!met) {
            throw Refusal.invalid(field, sentence);
        }
    }
}
