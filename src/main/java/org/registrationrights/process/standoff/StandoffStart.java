package org.registrationrights.process.standoff;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the instances of a stand-off and of its follow-ups, and tells them of facts once these are stored. */
@Component
public class StandoffStart {

    /** Holders in one transaction, so that none grows with their number. */
    static final int BATCH = 100;

    private final StandoffRepository standoffs;
    private final StandoffHolderRepository holders;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final RuntimeService runtime;
    private final Waiting waiting;
    private final Agreement agreement;
    private final Deadlines deadlines;

    StandoffStart(
            StandoffRepository standoffs,
            StandoffHolderRepository holders,
            OfferingRepository offerings,
            RegisterRepository register,
            RuntimeService runtime,
            Waiting waiting,
            Agreement agreement,
            Deadlines deadlines) {
        this.standoffs = standoffs;
        this.holders = holders;
        this.offerings = offerings;
        this.register = register;
        this.runtime = runtime;
        this.waiting = waiting;
        this.agreement = agreement;
        this.deadlines = deadlines;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param standoffId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    @Transactional
    public Standoff start(String standoffId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("market-standoff", standoffId, variables);
        return standoffs.get(instance.getBusinessKey());
    }

    /** When Holders that have not signed are followed up: some days after they were asked. */
    Instant lockupsOverdueAt(String standoffId) {
        return agreement.endOf(agreement.day(standoffs.recordedAt(standoffId)).plus(deadlines.lockup()));
    }

    /** Starts the next follow-ups; returns whether none is left. */
    @Implements(Clause.S7_C)
    boolean followUpNext(String standoffId) {
        Standoff standoff = standoffs.lock(standoffId);
        Offering offering = offerings.get(standoff.offeringId());
        holders.nextToFollowUp(standoffId, BATCH).forEach(holder -> followUp(holder, standoff, offering));
        return holders.nextToFollowUp(standoffId, 1).isEmpty();
    }

    private void followUp(StandoffHolder holder, Standoff standoff, Offering offering) {
        Key key = holder.key();
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.OFFERING_ID, offering.id());
        variables.put(Variables.OFFERING_NAME, offering.name());
        variables.put(Variables.HOLDER_ID, key.holderId());
        variables.put(Variables.HOLDER_NAME, register.holder(key.holderId()).name());
        variables.put(Variables.LAST_DAY, standoff.lastDay().toString());
        variables.put(Variables.STANDOFF_OVER_AT, Date.from(agreement.endOf(standoff.lastDay())));
        holders.followedUp(
                key,
                runtime.startProcessInstanceByKey("lockup-follow-up", key.businessKey(), variables)
                        .getId());
    }

    /** Tells the stand-off that facts about its Holders are stored, and the follow-ups of those Holders. */
    public void tell(String standoffId, List<String> holderIds) {
        waiting.tell(standoffId, Messages.LOCKUPS_RECEIVED);
        holderIds.stream()
                .map(holderId -> holders.find(new Key(standoffId, holderId)))
                .flatMap(Optional::stream)
                .map(StandoffHolder::processInstanceId)
                .filter(instance -> instance != null)
                .forEach(instance -> waiting.tellInstance(instance, Messages.LOCKUP_RECEIVED));
    }
}
