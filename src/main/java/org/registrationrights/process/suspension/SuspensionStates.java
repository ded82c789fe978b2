package org.registrationrights.process.suspension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.BindingReceipt;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.ReceivedPaper;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.registrationrights.suspension.SuspensionState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may sell under an offering's statement, at any instant (2.6): worked out each time from the evidence of what reached
 * whom, so that evidence which comes late tells of the past too.
 */
@Component
@Transactional(readOnly = true)
public class SuspensionStates {

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final AllocationRepository allocations;
    private final ProofOfServiceRepository papers;
    private final Agreement agreement;
    private final Holidays holidays;

    SuspensionStates(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            AllocationRepository allocations,
            ProofOfServiceRepository papers,
            Agreement agreement,
            Holidays holidays) {
        this.events = events;
        this.holders = holders;
        this.allocations = allocations;
        this.papers = papers;
        this.agreement = agreement;
        this.holidays = holidays;
    }

    /** By Holder, those whose shares the statement covers and those that came to such shares since. */
    public Map<String, SuspensionState> at(String offeringId, Instant at) {
        Map<String, List<ReceivedPaper>> received = new TreeMap<>();
        allocations.included(offeringId).forEach(line -> received.put(line.holderId(), new ArrayList<>()));
        holders.ofOffering(offeringId)
                .forEach(holder -> received.computeIfAbsent(holder.key().holderId(), first -> new ArrayList<>()));
        for (SuspensionEvent event : events.ofOffering(offeringId)) {
            List<String> corrects = corrects(event);
            for (ProofOfService paper : papers.allOf(event.id() + ":")) {
                received.get(paper.holderId()).addAll(received(event, paper, corrects));
            }
        }
        Map<String, SuspensionState> states = new TreeMap<>();
        received.forEach((holderId, list) -> states.put(holderId, SuspensionState.of(list, at)));
        return states;
    }

    /** What one Holder received under the offering. */
    List<ReceivedPaper> received(String offeringId, String holderId) {
        List<ReceivedPaper> received = new ArrayList<>();
        for (SuspensionEvent event : events.ofOffering(offeringId)) {
            Key key = new Key(event.id(), holderId);
            List<String> corrects = corrects(event);
            papers.find(key.noticeId()).ifPresent(paper -> received.addAll(received(event, paper, corrects)));
            papers.find(key.prospectusId()).ifPresent(paper -> received.addAll(received(event, paper, corrects)));
        }
        return received;
    }

    /** When the paper reached its Holder, by the terms and readings of the day of the event's discovery. */
    BindingReceipt receipt(SuspensionEvent event, ProofOfService paper) {
        LocalDate day = agreement.day(event.discoveredAt());
        return BindingReceipt.of(paper, holidays, agreement.termsAsOf(day), agreement.policiesAsOf(day));
    }

    private List<String> corrects(SuspensionEvent event) {
        return events.correctedBy(event.id()).stream().map(SuspensionEvent::id).toList();
    }

    /** @param corrects the events that the event's own correction corrects */
    private List<ReceivedPaper> received(SuspensionEvent event, ProofOfService paper, List<String> corrects) {
        BindingReceipt receipt = receipt(event, paper);
        Key key = new Key(event.id(), paper.holderId());
        if (paper.dispatchId().equals(key.noticeId())) {
            return receipt.binding() == null || paper.notPursued()
                    ? List.of()
                    : List.of(ReceivedPaper.notice(event.id(), receipt.binding()));
        }
        return receipt.actual().stream()
                .map(at -> ReceivedPaper.amendedProspectus(corrects, at))
                .toList();
    }
}
