package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.request.RequestProcess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}/requests")
@Tag(name = "Requests", description = "What selling Holders ask for beside the line (Sections 4(a), 4(b), 4(g), 4(h))")
class HolderRequestsController {

    /**
     * @param requestId such as {@code REQ-2027-1}; assigned where it is absent
     * @param kind {@code DOCUMENTS}, {@code BLUE_SKY}, {@code INSPECTION} or {@code FILINGS}
     * @param askedFor the papers or records; absent with {@code BLUE_SKY}
     * @param states with {@code BLUE_SKY} only, each by its two letters
     * @param confidentialityAgreement with {@code INSPECTION} only: the paper that shows it
     * @param receivedOn the day the request was received; today where it is absent
     */
    record NewRequest(
            String receiptId,
            String requestId,
            String holderId,
            String kind,
            String askedFor,
            List<String> states,
            String confidentialityAgreement,
            String receivedOn) {

        Map<String, Object> variables(String offeringId) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("offeringId", offeringId);
            variables.put("holderId", holderId);
            variables.put("kind", kind);
            variables.put("askedFor", askedFor);
            variables.put("states", states == null ? null : String.join(", ", Input.withoutGaps("states", states)));
            variables.put("confidentialityAgreement", confidentialityAgreement);
            variables.put("receivedOn", receivedOn);
            return variables;
        }
    }

    private final OfferingRepository offerings;
    private final HolderRequestRepository requests;
    private final RequestProcess process;
    private final Intake intake;

    HolderRequestsController(
            OfferingRepository offerings, HolderRequestRepository requests, RequestProcess process, Intake intake) {
        this.offerings = offerings;
        this.requests = requests;
        this.process = process;
        this.intake = intake;
    }

    @GetMapping
    @Operation(summary = "Requests of an offering's Holders with answers and evidence, the first received first")
    List<HolderRequest> list(@PathVariable String offeringId) {
        return requests.ofOffering(offerings.get(offeringId).id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Records a request of a selling Holder and starts its process; the offering does not wait for it")
    HolderRequest start(@PathVariable String offeringId, @RequestBody NewRequest request) {
        return intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/requests",
                request,
                HolderRequest.class,
                () -> process.start(request.requestId(), request.variables(offeringId)),
                () -> {});
    }
}
