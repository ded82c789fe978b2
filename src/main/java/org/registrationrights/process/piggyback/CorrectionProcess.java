package org.registrationrights.process.piggyback;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.registrationrights.notice.EvidenceCorrectionRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Begins the process of a correction for our own resources, tells it what came from outside, and carries it out. */
@Component
public class CorrectionProcess {

    private final RuntimeService runtime;
    private final EvidenceCorrectionRepository rows;
    private final CommunicationRepository communications;
    private final Corrections corrections;
    private final ElectionStart elections;
    private final Waiting waiting;

    CorrectionProcess(
            RuntimeService runtime,
            EvidenceCorrectionRepository rows,
            CommunicationRepository communications,
            Corrections corrections,
            ElectionStart elections,
            Waiting waiting) {
        this.runtime = runtime;
        this.rows = rows;
        this.communications = communications;
        this.corrections = corrections;
        this.elections = elections;
        this.waiting = waiting;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param variables the start data, as the engine's own start takes it
     */
    public EvidenceCorrection start(Map<String, Object> variables) {
        return of(runtime.startProcessInstanceByKey("evidence-correction", variables)
                .getBusinessKey());
    }

    /** The correction that an instance is about. */
    EvidenceCorrection of(String businessKey) {
        int end = businessKey.lastIndexOf(':');
        return rows.get(
                businessKey.substring(0, businessKey.indexOf(':')),
                EvidenceCorrection.id("correctionId", businessKey.substring(end + 1)));
    }

    public void tellDecision(EvidenceCorrection correction) {
        if (!waiting.tellInstance(correction.processInstanceId(), Messages.CORRECTION_DECIDED)) {
            // told before, or an operator has deleted the instance
            apply(rows.get(correction.election().offeringId(), correction.id()));
        }
    }

    /** Tells the election what the correction has made of it. */
    void apply(EvidenceCorrection correction) {
        if (correction.state() == State.APPROVED) {
            String offeringId = correction.election().offeringId();
            Communication original = communications.get(offeringId, correction.communicationId());
            elections.tell(
                    correction.election(),
                    original.answer() == null ? Messages.OFFERING_NOTICE_RECEIVED : Messages.ELECTION_RECEIVED);
        }
    }

    /** Ends those of a withdrawn offering on which nobody has decided. */
    @Implements(Clause.S8_A)
    void endAll(String offeringId) {
        for (EvidenceCorrection correction : rows.ofOffering(offeringId)) {
            if (correction.state() == State.PROPOSED
                    && !waiting.tellInstance(correction.processInstanceId(), Messages.REGISTRATION_WITHDRAWN)) {
                // an operator has deleted the instance
                corrections.markMoot(correction);
            }
        }
    }
}
