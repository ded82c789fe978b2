package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.SellingHolder;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.register.Holding;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.RegistrableShares;
import org.springframework.stereotype.Component;

/** Fixes what each requesting Holder holds on the day the limit was decided on: the applicable date of 1.3. */
@Component
@Implements(Clause.S1_3_A)
class TakeRegisterSnapshotDelegate implements JavaDelegate {

    private final RegisterRepository register;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final Agreement agreement;
    private final CaseNotes caseFile;

    TakeRegisterSnapshotDelegate(
            RegisterRepository register,
            ElectionRepository elections,
            AllocationRepository allocations,
            Agreement agreement,
            CaseNotes caseFile) {
        this.register = register;
        this.elections = elections;
        this.allocations = allocations;
        this.agreement = agreement;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Round round = allocations.latest(Variables.offeringId(execution));
        LocalDate day = agreement.day(round.decidedAt());
        Policies policies = agreement.policiesAsOf(day);
        Map<String, BigInteger> held = register.holdersOn(day, policies).stream()
                .collect(Collectors.toMap(holding -> holding.holder().id(), Holding::registrable));
        List<SellingHolder> requesting = elections.ofOffering(round.offeringId()).stream()
                .filter(election ->
                        election.requested() != null && election.requested().signum() > 0)
                .map(election ->
                        selling(election, held.getOrDefault(election.key().holderId(), BigInteger.ZERO)))
                .toList();
        allocations.snapshot(round, day, requesting);
        caseFile.on(round.offeringId(), Clause.S1_3_A)
                .input("applicableDate", day)
                .policies(policies.only(RegistrableShares.POLICIES))
                .result("holders", requesting)
                .write("Register snapshot taken");
    }

    /** Who asked for all asked for all it has on this day. */
    private static SellingHolder selling(HolderElection election, BigInteger held) {
        BigInteger requested = election.answer() == Answer.Kind.ALL ? held : election.requested();
        return new SellingHolder(election.key().holderId(), held, requested);
    }
}
