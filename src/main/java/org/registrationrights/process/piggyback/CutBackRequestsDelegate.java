package org.registrationrights.process.piggyback;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.Parity;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Cuts the requests back to what remains available and compares with the other sellers. */
@Component
@Implements({Clause.S2_3_B, Clause.S2_3_C, Clause.S2_3_D})
class CutBackRequestsDelegate implements JavaDelegate {

    private final AllocationRepository allocations;
    private final Rounds rounds;
    private final CaseNotes caseFile;

    CutBackRequestsDelegate(AllocationRepository allocations, Rounds rounds, CaseNotes caseFile) {
        this.allocations = allocations;
        this.rounds = rounds;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Round round = allocations.latest(Variables.offeringId(execution));
        Cutback cutback = rounds.cutback(round);
        allocations.cutBack(round, cutback);
        execution.setVariable(Variables.PARITY_HOLDS, cutback.parityHolds());
        execution.setVariable(Variables.RETURN_SENTENCE, sentence(cutback));
        caseFile.on(round.offeringId(), Clause.S2_3_C)
                .input("round", round)
                .input("holders", cutback.ownership().holders())
                .input("others", cutback.ownership().others())
                .policies(cutback.ownership().policies().only(Cutback.POLICIES))
                .result("rule", cutback.rule())
                .result("exact", cutback.exact())
                .result("allocated", cutback.allocated())
                .result("totalAllocated", cutback.totalAllocated())
                .result("unallocated", cutback.unallocated())
                .result("parity", cutback.parity())
                .result("parityProposal", cutback.parityProposal())
                .steps(cutback.explain(null))
                .write(
                        cutback.parityHolds()
                                ? "Requests cut back"
                                : "Requests cut back: parity fails, filing is barred");
    }

    /** Tells the one who decides on the limitation why the figures came back. */
    private static String sentence(Cutback cutback) {
        if (cutback.parityHolds()) {
            return "Parity holds.";
        }
        Parity parity = cutback.parity();
        String missing = parity.deficit() == null
                ? "all together " + parity.aggregateDeficit()
                : parity.deficit().entrySet().stream()
                        .map(deficit -> deficit.getKey() + " " + deficit.getValue())
                        .collect(Collectors.joining(", "));
        String treatedBest = parity.benchmark() == null ? "" : " with " + parity.benchmark() + " of its shares";
        return "Parity fails: the best treated other seller is included" + treatedBest + ". Shares missing to Holders: "
                + missing + ".";
    }
}
