package org.registrationrights.process.suspension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.SettlementProcess;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the instances of an event and of its Holders, and tells them of facts once these are stored. */
@Component
public class SuspensionStart {

    /** Holders in one transaction, so that none grows with their number. */
    static final int BATCH = 100;

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final RuntimeService runtime;
    private final Waiting waiting;
    private final SettlementProcess settlements;

    SuspensionStart(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            OfferingRepository offerings,
            RegisterRepository register,
            RuntimeService runtime,
            Waiting waiting,
            SettlementProcess settlements) {
        this.events = events;
        this.holders = holders;
        this.offerings = offerings;
        this.register = register;
        this.runtime = runtime;
        this.waiting = waiting;
        this.settlements = settlements;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param eventId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    @Transactional
    public SuspensionEvent start(String eventId, Map<String, Object> variables) {
        ProcessInstance instance =
                runtime.startProcessInstanceByMessage(Messages.MISSTATEMENT_DISCOVERED, eventId, variables);
        return events.get(instance.getBusinessKey());
    }

    /** Starts the next Holders' instances; returns whether none is left. */
    boolean startNext(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        Offering offering = offerings.lock(event.offeringId());
        holders.nextListed(eventId, BATCH).forEach(holder -> start(holder, offering));
        return holders.nextListed(eventId, 1).isEmpty();
    }

    private void start(HolderSuspension holder, Offering offering) {
        Key key = holder.key();
        holders.starting(key);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.OFFERING_ID, offering.id());
        variables.put(Variables.OFFERING_NAME, offering.name());
        variables.put(Variables.HOLDER_ID, key.holderId());
        variables.put(Variables.HOLDER_NAME, register.holder(key.holderId()).name());
        holders.started(
                key,
                runtime.startProcessInstanceByKey("holder-suspension", key.businessKey(), variables)
                        .getId());
    }

    /** Tells the instances of Holders that evidence of a paper came in. */
    public void tellDelivery(String eventId, StopPaper paper, List<String> holderIds) {
        for (String holderId : holderIds) {
            Key key = new Key(eventId, holderId);
            if (paper == StopPaper.NOTICE) {
                tell(key, Messages.STOP_NOTICE_RECEIVED);
            } else {
                tell(key, Messages.CORRECTED_PROSPECTUS_RECEIVED);
                tellOtherEvents(key);
            }
        }
    }

    /** Tells the same Holder's instance in each other event that is corrected by the same copies. */
    void tellOtherEvents(Key key) {
        corrected(key.eventId()).stream()
                .filter(id -> !id.equals(key.eventId()))
                .forEach(id -> tell(new Key(id, key.holderId()), Messages.CORRECTED_PROSPECTUS_RECEIVED));
    }

    private void tell(Key key, String message) {
        holders.find(key)
                .map(HolderSuspension::processInstanceId)
                .ifPresent(instance -> waiting.tellInstance(instance, message));
    }

    /** Tells the settlement of the offering's costs that returns of old prospectuses have cost something (5). */
    public void tellCosts(String eventId) {
        String offeringId = events.get(eventId).offeringId();
        waiting.tellOffering(offeringId, Messages.EXPENSES_REPORTED);
        settlements.beginForLateBills(offeringId);
    }

    /** Tells every event that is corrected with this one. */
    public void tellCorrected(String eventId, String message) {
        corrected(eventId).forEach(id -> waiting.tell(id, message));
    }

    /** The same where a form of this event itself is at work. */
    void tellOthers(String eventId, String message) {
        corrected(eventId).stream().filter(id -> !id.equals(eventId)).forEach(id -> waiting.tell(id, message));
    }

    private List<String> corrected(String eventId) {
        String correctedBy = events.get(eventId).correctedBy();
        return correctedBy == null
                ? List.of()
                : events.correctedBy(correctedBy).stream()
                        .map(SuspensionEvent::id)
                        .toList();
    }
}
