package org.registrationrights.process.piggyback;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Opens the next batch of elections, each as an instance of its own: a right that runs for one Holder alone. */
@Component
@Implements(Clause.S2_1_B)
class StartElectionsDelegate implements JavaDelegate {

    /** Per transaction, so that none grows with the number of Holders. */
    static final int BATCH = 100;

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final RuntimeService runtime;

    StartElectionsDelegate(
            ElectionRepository elections,
            OfferingRepository offerings,
            RegisterRepository register,
            RuntimeService runtime) {
        this.elections = elections;
        this.offerings = offerings;
        this.register = register;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        String offeringName = offerings.get(offeringId).name();
        List<HolderElection> batch = elections.next(offeringId, List.of(State.LISTED), BATCH);
        for (HolderElection election : batch) {
            String instance = runtime.startProcessInstanceByKey(
                            "holder-election",
                            election.key().businessKey(),
                            Map.of(
                                    Variables.OFFERING_ID, offeringId,
                                    Variables.OFFERING_NAME, offeringName,
                                    Variables.HOLDER_ID, election.key().holderId(),
                                    Variables.HOLDER_NAME,
                                            register.holder(election.key().holderId())
                                                    .name(),
                                    Variables.REGISTRABLE_SHARES,
                                            election.registrableShares().toString()))
                    .getId();
            elections.started(election.key(), instance);
        }
        // asked of the rows: an empty round after the last would let the answers come before anybody waits for them
        boolean noneLeft = elections.next(offeringId, List.of(State.LISTED), 1).isEmpty();
        execution.setVariable(Variables.ALL_ELECTIONS_STARTED, noneLeft);
    }
}
