package org.registrationrights.offering;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.HolderRequest.State;

/**
 * How the shares of an offering stand in the states: by the offering's own record, and by what selling Holders asked for
 * and were answered (4(b)). A state is qualified for all or for nobody, so the two must not contradict each other.
 *
 * @param record what counts of each state
 * @param requests of all Holders and kinds
 */
@Implements(Clause.S4_B)
public record BlueSky(Map<String, StateQualification> record, List<HolderRequest> requests) {

    public BlueSky {
        requests = requests.stream()
                .filter(request -> request.kind() == Kind.BLUE_SKY && request.state() != State.MOOT)
                .toList();
    }

    /** @throws Refusal for a state that the Company has granted to a Holder and would refuse now */
    public void checkRecord(StateQualification next) {
        if (next.outcome() == StateQualification.Outcome.REFUSED) {
            granted(next.state()).findFirst().ifPresent(request -> {
                throw Refusal.conflict(
                        "outcome",
                        next.state() + " was granted to " + request.holderId() + " in " + request.id(),
                        Clause.S4_B);
            });
        }
    }

    /**
     * Holds the answer to a Holder against the record and against the answers to others. What concerns the Holder alone,
     * that it asks unreasonably or does not sell any more, contradicts nothing.
     */
    public void checkAnswer(HolderRequest answered, List<Decision> answer) {
        for (int i = 0; answered.kind() == Kind.BLUE_SKY && i < answer.size(); i++) {
            Decision decision = answer.get(i);
            StateQualification known = record.get(decision.item());
            String path = "answers[" + i + "].outcome";
            boolean refused = decision.outcome() == Outcome.REFUSED;
            if (!refused && known != null && known.outcome() == StateQualification.Outcome.REFUSED) {
                throw Refusal.conflict(
                        path, "the offering's record refuses " + known.state() + ": " + known.reason(), Clause.S4_B);
            }
            if (refused && decision.ground().concernsState()) {
                if (known != null && known.outcome().opens()) {
                    throw Refusal.conflict(
                            path,
                            "in " + known.state() + " the shares are " + known.outcome() + " since "
                                    + known.decidedOn(),
                            Clause.S4_B);
                }
                granted(decision.item()).findFirst().ifPresent(other -> {
                    throw Refusal.conflict(
                            path,
                            decision.item() + " was granted to " + other.holderId() + " in " + other.id(),
                            Clause.S4_B);
                });
            }
        }
    }

    /**
     * Whether nothing more is to be done.
     *
     * @param ground why no state is entered; null where one is
     * @throws Refusal while a request is not answered, a state that was granted has no outcome, or one is applied for
     */
    public void checkComplete(String ground) {
        requests.stream()
                .filter(request -> request.state() == State.OPEN)
                .findFirst()
                .ifPresent(request -> {
                    throw Refusal.conflict(
                            Obligation.Kind.STATES.completeField(), request.id() + " is not answered", Clause.S4_B);
                });
        for (HolderRequest request : requests) {
            for (String state : request.states()) {
                StateQualification known = record.get(state);
                if (isGranted(request, state)
                        && (known == null || !known.outcome().opens())) {
                    throw Refusal.conflict(
                            Obligation.Kind.STATES.completeField(),
                            state + " was granted to " + request.holderId() + " in " + request.id()
                                    + ": what became of it is not entered",
                            Clause.S4_B);
                }
            }
        }
        record.values().stream()
                .filter(known -> known.outcome() == StateQualification.Outcome.APPLIED_FOR)
                .findFirst()
                .ifPresent(pending -> {
                    throw Refusal.conflict(
                            Obligation.Kind.STATES.completeField(),
                            "qualification in " + pending.state() + " is applied for only",
                            Clause.S4_B);
                });
        if (record.isEmpty() && ground == null) {
            throw Refusal.invalid(
                    Obligation.Kind.STATES.groundField(), "is required where no state is entered", Clause.S4_B);
        }
        if (!record.isEmpty() && ground != null) {
            throw Refusal.invalid(
                    Obligation.Kind.STATES.groundField(), "must be absent: states are entered", Clause.S4_B);
        }
    }

    /** Requests that were refused because of a state in which the shares may be sold after all. */
    public List<HolderRequest> overtaken(Collection<StateQualification> recorded) {
        return requests.stream()
                .filter(request -> recorded.stream()
                        .filter(known -> known.outcome().opens())
                        .anyMatch(known -> request.decisions().stream()
                                .anyMatch(decision -> decision.outcome() == Outcome.REFUSED
                                        && decision.ground().concernsState()
                                        && known.state().equals(decision.item()))))
                .toList();
    }

    private Stream<HolderRequest> granted(String state) {
        return requests.stream().filter(request -> isGranted(request, state));
    }

    private static boolean isGranted(HolderRequest request, String state) {
        return request.decisions().stream()
                .anyMatch(decision -> decision.outcome() == Outcome.GRANTED && state.equals(decision.item()));
    }
}
