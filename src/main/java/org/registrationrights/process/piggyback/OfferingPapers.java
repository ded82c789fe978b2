package org.registrationrights.process.piggyback;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.document.Addressee;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.offering.AllocationPaper;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.HolderSchedule;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingLetters;
import org.registrationrights.offering.OfferingLetters.SellingHolders;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SellingHolderTable;
import org.registrationrights.process.document.Papers;
import org.registrationrights.register.Holder;
import org.registrationrights.register.HolderAddress;
import org.registrationrights.register.LotDate;
import org.registrationrights.register.RegisterLetters;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.ShareLot;
import org.registrationrights.register.TransferInstruction;
import org.registrationrights.register.TransferInstruction.Action;
import org.springframework.stereotype.Component;

/** The papers of an offering for the desk and counsel, each drawn up as the line comes to it. */
@Component
public class OfferingPapers {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final RegisterRepository register;
    private final OfferingLetters letters;
    private final RegisterLetters registerLetters;
    private final Rounds rounds;
    private final Papers papers;
    private final Agreement agreement;
    private final Clock clock;

    OfferingPapers(
            OfferingRepository offerings,
            AllocationRepository allocations,
            RegisterRepository register,
            OfferingLetters letters,
            RegisterLetters registerLetters,
            Rounds rounds,
            Papers papers,
            Agreement agreement,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.register = register;
        this.letters = letters;
        this.registerLetters = registerLetters;
        this.rounds = rounds;
        this.papers = papers;
        this.agreement = agreement;
        this.clock = clock;
    }

    /** The calculation of the latest round, as it is approved. */
    void allocationSheet(String offeringId) {
        Round round = allocations.latest(offeringId);
        AllocationPaper paper = AllocationPaper.of(
                offerings.get(offeringId), round, rounds.cutback(round), allocations.lines(round), names());
        papers.drawUp(
                offeringId,
                DocumentKind.ALLOCATION_SHEET,
                round.number(),
                null,
                heading -> letters.allocationSheet(heading, paper));
    }

    /** Whom the underwriting agreement has to list, by the latest round; none where no Holder is included. */
    void holderSchedule(String offeringId) {
        List<Line> included = allocations.included(offeringId);
        if (included.isEmpty()) {
            return;
        }
        Offering offering = offerings.get(offeringId);
        Round round = allocations.latest(offeringId);
        LocalDate today = agreement.day(clock.instant());
        Map<String, String> names = names();
        HolderSchedule schedule = new HolderSchedule(
                offeringId,
                offering.name(),
                offering.managingUnderwriter(),
                offering.holdersMustSign(),
                round.number(),
                round.approvedBy(),
                included.stream()
                        .map(line -> new HolderSchedule.Row(
                                line.holderId(),
                                names.get(line.holderId()),
                                inOneLine(register.addressOn(line.holderId(), today)),
                                line.allocated()))
                        .toList());
        papers.drawUp(
                offeringId,
                DocumentKind.HOLDER_SCHEDULE,
                round.number(),
                null,
                heading -> letters.holderSchedule(heading, schedule));
    }

    /** The table of selling Holders as it was filed. */
    void sellingHolders(String offeringId, SellingHolderTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        Offering offering = offerings.get(offeringId);
        SellingHolders holders = new SellingHolders(
                offeringId,
                offering.name(),
                offering.registration().fileNumber(),
                offering.registration().filedOn(),
                table);
        papers.drawUp(
                offeringId,
                DocumentKind.SELLING_HOLDER_TABLE,
                "filed",
                null,
                heading -> letters.sellingHolders(heading, holders));
    }

    /** Tells the transfer agent which shares were sold. */
    void transferOfSold(String offeringId, int closing, List<ShareLot> sold) {
        if (sold.isEmpty()) {
            return;
        }
        Offering offering = offerings.get(offeringId);
        Map<String, String> names = names();
        TransferInstruction instruction = new TransferInstruction(
                Action.TRANSFER,
                String.format(
                        "The offering \"%s\" (%s) has closed; this is its closing no. %d. The registration statement,"
                                + " file number %s, is effective, and Holders have sold the shares below under it.",
                        offering.name(),
                        offeringId,
                        closing,
                        offering.registration().fileNumber()),
                offering.registration().cusip(),
                sold.stream()
                        .map(lot -> new TransferInstruction.Line(
                                lot.holder(),
                                names.get(lot.holder()),
                                lot.lot(),
                                lot.shares(),
                                lot.on(LotDate.DISPOSED_UNDER_STATEMENT_ON),
                                null))
                        .toList());
        papers.drawUp(
                offeringId,
                DocumentKind.TRANSFER_INSTRUCTION,
                closing,
                new Addressee(offering.registration().transferAgent(), List.of("Transfer agent and registrar"), null),
                heading -> registerLetters.instruction(heading, instruction));
    }

    private Map<String, String> names() {
        return register.holders().stream().collect(toMap(Holder::id, Holder::name));
    }

    private static String inOneLine(HolderAddress address) {
        return address.street() + ", " + address.city() + ", " + address.state() + " " + address.zip();
    }
}
