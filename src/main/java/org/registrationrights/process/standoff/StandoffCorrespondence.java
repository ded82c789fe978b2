package org.registrationrights.process.standoff;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.document.Addressee;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.Correspondence;
import org.registrationrights.process.document.Papers;
import org.registrationrights.register.Holder;
import org.registrationrights.register.LotStatus;
import org.registrationrights.register.RegisterLetters;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.TransferInstruction;
import org.registrationrights.register.TransferInstruction.Action;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffLetters;
import org.registrationrights.standoff.StandoffLetters.Request;
import org.registrationrights.standoff.StandoffRequest.Requester;
import org.springframework.stereotype.Component;

/** What Holders and the transfer agent are written about a stand-off (7). */
@Component
class StandoffCorrespondence {

    private static final String TRANSFER_AGENT = "Transfer agent and registrar";

    private final StandoffHolderRepository holders;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final StandoffLetters letters;
    private final RegisterLetters registerLetters;
    private final Correspondence correspondence;
    private final Papers papers;
    private final Agreement agreement;
    private final Clock clock;

    StandoffCorrespondence(
            StandoffHolderRepository holders,
            OfferingRepository offerings,
            RegisterRepository register,
            StandoffLetters letters,
            RegisterLetters registerLetters,
            Correspondence correspondence,
            Papers papers,
            Agreement agreement,
            Clock clock) {
        this.holders = holders;
        this.offerings = offerings;
        this.register = register;
        this.letters = letters;
        this.registerLetters = registerLetters;
        this.correspondence = correspondence;
        this.papers = papers;
        this.agreement = agreement;
        this.clock = clock;
    }

    /** The request to one Holder, under its dispatch id. */
    @Implements(Clause.S7_A)
    void request(Standoff standoff, Key key) {
        Offering offering = offerings.get(standoff.offeringId());
        boolean managed = standoff.requestedBy() == Requester.MANAGING_UNDERWRITER;
        Request request = new Request(
                standoff.id(),
                offering.id(),
                offering.name(),
                managed,
                managed ? offering.managingUnderwriter() : standoff.requester(),
                standoff.days(),
                terms(standoff).standoffDays(),
                standoff.countedFrom(),
                firstDay(standoff),
                standoff.lastDay(),
                standoff.stopTransfer().inForce());
        correspondence.write(
                key.requestId(),
                offering.id(),
                key.holderId(),
                DocumentKind.STANDOFF_REQUEST,
                heading -> letters.request(heading, request));
    }

    /** Tells the transfer agent which lots not to transfer until the last day. */
    @Implements(Clause.S7_D)
    void stopTransfers(Standoff standoff) {
        LocalDate today = today();
        LocalDate first = firstDay(standoff);
        instruct(standoff, Action.STOP, first.isBefore(today) ? today : first, standoff.lastDay());
    }

    /** Tells the transfer agent that they are free. */
    @Implements(Clause.S7_D)
    void liftStop(Standoff standoff) {
        instruct(standoff, Action.LIFT, standoff.lastDay().plusDays(1), null);
    }

    private void instruct(Standoff standoff, Action action, LocalDate from, LocalDate until) {
        Offering offering = offerings.get(standoff.offeringId());
        String agent = offering.registration().transferAgent();
        TransferInstruction instruction = new TransferInstruction(
                action,
                String.format(
                        "After the offering \"%s\" (%s) became effective, the Holders were asked to observe the"
                                + " stand-off %s until the end of %s.",
                        offering.name(), offering.id(), standoff.id(), standoff.lastDay()),
                offering.registration().cusip(),
                lines(standoff, from, until));
        papers.drawUp(
                offering.id(),
                DocumentKind.TRANSFER_INSTRUCTION,
                standoff.id() + ":" + action.name().toLowerCase(Locale.ROOT),
                new Addressee(agent == null ? TRANSFER_AGENT : agent, List.of(TRANSFER_AGENT), null),
                heading -> registerLetters.instruction(heading, instruction));
    }

    /** The stop is on Registrable Shares alone, though the Holder must keep all securities of the Company. */
    private List<TransferInstruction.Line> lines(Standoff standoff, LocalDate from, LocalDate until) {
        LocalDate today = today();
        Map<String, String> names = register.holders().stream().collect(toMap(Holder::id, Holder::name));
        Map<String, LotStatus> status =
                register.countOn(today, agreement.policiesAsOf(today)).status();
        Set<String> bound = holders.ofStandoff(standoff.id()).stream()
                .map(holder -> holder.key().holderId())
                .collect(toSet());
        return register.lotsHeldOn(today).stream()
                .filter(lot -> bound.contains(lot.holder()) && status.get(lot.lot()) == LotStatus.REGISTRABLE)
                .map(lot -> new TransferInstruction.Line(
                        lot.holder(), names.get(lot.holder()), lot.lot(), lot.shares(), from, until))
                .toList();
    }

    private LocalDate firstDay(Standoff standoff) {
        MarketStandoff atOnce = standoff.period(standoff.countedFrom(), terms(standoff), policies(standoff));
        return atOnce.firstRestrictedDay();
    }

    private AgreementTerms terms(Standoff standoff) {
        return agreement.termsAsOf(standoff.requestedOn());
    }

    private Policies policies(Standoff standoff) {
        return agreement.policiesAsOf(standoff.requestedOn());
    }

    private LocalDate today() {
        return agreement.day(clock.instant());
    }
}
