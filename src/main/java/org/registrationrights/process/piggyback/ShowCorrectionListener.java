package org.registrationrights.process.piggyback;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Puts what is recorded and what is proposed side by side. */
@Component
class ShowCorrectionListener implements TaskListener {

    private record Line(String field, String recorded, String proposed) {}

    private final CorrectionProcess corrections;
    private final CommunicationRepository communications;
    private final ElectionEvidence evidence;
    private final FormView table;

    ShowCorrectionListener(
            CorrectionProcess corrections,
            CommunicationRepository communications,
            ElectionEvidence evidence,
            FormView table) {
        this.corrections = corrections;
        this.communications = communications;
        this.evidence = evidence;
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        EvidenceCorrection correction = corrections.of(task.getExecution().getProcessBusinessKey());
        Map<String, Object> recorded = fields(correction, correction.communicationId());
        Map<String, Object> proposed = fields(correction, correction.replacementId());
        List<Line> lines = Stream.concat(recorded.keySet().stream(), proposed.keySet().stream())
                .distinct()
                .map(field -> new Line(field, text(recorded.get(field)), text(proposed.get(field))))
                .toList();
        task.setVariableLocal("comparison", table.of(lines));
        task.setVariableLocal("correction", correction.kind().name());
        task.setVariableLocal("corrects", Communication.name(correction.communicationId()));
        task.setVariableLocal("reason", correction.reason());
        task.setVariableLocal("proposedBy", correction.proposedBy());
    }

    /** What is known, by the names of the fields and on the offering's own clock; nothing of what is to be struck. */
    private Map<String, Object> fields(EvidenceCorrection correction, Long communicationId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (communicationId != null) {
            String offeringId = correction.election().offeringId();
            Communication one = communications.get(offeringId, communicationId);
            if (one.answer() != null) {
                fields.put("answer", one.answer().kind());
                fields.put("shares", one.answer().shares());
                fields.put("declaredFinal", one.answer().declaredFinal());
            }
            Delivery delivery = one.delivery();
            ZoneId zone = evidence.basis(offeringId).policies().zone();
            fields.put("method", delivery.method());
            delivery.instants().forEach((field, at) -> fields.put(field, ISO_OFFSET_DATE_TIME.format(at.atZone(zone))));
            fields.put("service", delivery.service());
            fields.put("firstClass", delivery.firstClass());
            fields.put("prepaid", delivery.prepaid());
            fields.put("addressOfRecord", delivery.addressOfRecord());
            fields.values().removeIf(Objects::isNull);
        }
        return fields;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
