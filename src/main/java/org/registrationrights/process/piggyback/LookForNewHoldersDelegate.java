package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.offering.NewHolderRepository;
import org.registrationrights.offering.NewHolderRepository.NewHolder;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.register.Holding;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.RegistrableShares;
import org.springframework.stereotype.Component;

/** Finds who holds Registrable Shares today and was not notified: by release from escrow, joinder or exercise. */
@Component
@Implements(Clause.S1_2_A)
class LookForNewHoldersDelegate implements JavaDelegate {

    private final RegisterRepository register;
    private final ElectionRepository elections;
    private final NewHolderRepository newHolders;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final Clock clock;

    LookForNewHoldersDelegate(
            RegisterRepository register,
            ElectionRepository elections,
            NewHolderRepository newHolders,
            Agreement agreement,
            CaseNotes caseFile,
            Clock clock) {
        this.register = register;
        this.elections = elections;
        this.newHolders = newHolders;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        LocalDate today = agreement.day(clock.instant());
        Policies policies = agreement.policiesAsOf(today);
        Set<String> known = Stream.concat(
                        elections.ofOffering(offeringId).stream()
                                .map(election -> election.key().holderId()),
                        newHolders.ofOffering(offeringId).stream().map(NewHolder::holderId))
                .collect(Collectors.toSet());
        List<Holding> found = register.holdersOn(today, policies).stream()
                .filter(holding -> !known.contains(holding.holder().id()))
                .toList();
        found.forEach(
                holding -> newHolders.found(offeringId, holding.holder().id(), holding.registrable(), clock.instant()));
        execution.setVariable(
                Variables.NOBODY_IS_NEW, newHolders.undecided(offeringId).isEmpty());
        if (!found.isEmpty()) {
            caseFile.on(offeringId, Clause.S1_2_A)
                    .input("asOf", today)
                    .policies(policies.only(RegistrableShares.POLICIES))
                    .result(
                            "newHolders",
                            found.stream().map(holding -> holding.holder().id()).toList())
                    .write("Holders found who were not notified");
        }
    }
}
