package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.document.Desk;
import org.registrationrights.document.Heading;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.OfferingLetters.RegistrationDecided;
import org.registrationrights.offering.OtherSeller.SecurityClass;

/** A cutback on paper: whole for counsel, and to each Holder its own part of it. */
@Verifies({Clause.S2_3_C, Clause.S8_A})
class OfferingLettersTest {

    private static final LocalDate DAY = LocalDate.parse("2002-01-28");
    private static final Heading HEADING = new Heading("OFF-2002-7:paper", DAY, null);
    private static final Offering OFFERING = Offering.determined(
            "OFF-2002-7",
            "Spring offering",
            Kind.PUBLIC_OFFERING,
            true,
            "Example Securities",
            BigInteger.valueOf(2_000_000),
            Instant.parse("2002-01-10T17:00:00Z"),
            OfferingGate.Result.NOTICE_REQUIRED);

    /** Of 1,000 in the denominator H-1 holds 500, H-2 300 and Fund 2001 the rest; 500 are available. */
    private static final List<OtherSeller> OTHERS = List.of(new OtherSeller(
            "Fund 2001", SecurityClass.SERIES_2A, whole(200), whole(100), whole(100), true, true, true));

    private final OfferingLetters letters = new OfferingLetters(Desk.STATIONERY);

    private static BigInteger whole(long count) {
        return BigInteger.valueOf(count);
    }

    private static Cutback cutback(Long available) {
        return Cutback.allocate(
                List.of(
                        new SellingHolder("H-1", whole(500), whole(100)),
                        new SellingHolder("H-2", whole(300), whole(400)),
                        new SellingHolder("H-3", whole(70), whole(0))),
                OTHERS,
                available == null ? null : whole(available),
                Policies.DEFAULTS);
    }

    private static AllocationPaper paper(Cutback cutback, boolean dealtOut) {
        Map<String, BigInteger> allocated = dealtOut ? DealtOut.of(cutback).allocated() : cutback.allocated();
        List<Line> lines = cutback.ownership().holders().stream()
                .map(holder -> {
                    BigInteger own = allocated.get(holder.id());
                    return new Line(
                            holder.id(),
                            holder.held(),
                            holder.requested(),
                            null,
                            own,
                            own == null
                                    ? null
                                    : holder.requested().min(holder.held()).subtract(own));
                })
                .toList();
        return AllocationPaper.of(
                OFFERING,
                round(cutback, dealtOut),
                cutback,
                lines,
                Map.of("H-1", "Leonora Vance", "H-2", "Tobias Renwick", "H-3", "Halcyon Bridge"));
    }

    private static Round round(Cutback cutback, boolean dealtOut) {
        return new Round(
                "OFF-2002-7",
                1,
                LimitAuthority.Party.MANAGING_UNDERWRITER,
                cutback.available(),
                null,
                Instant.parse("2002-01-28T17:00:00Z"),
                "underwriter",
                DAY,
                cutback.rule(),
                cutback.totalAllocated(),
                dealtOut ? BigInteger.ZERO : cutback.unallocated(),
                true,
                false,
                dealtOut,
                false,
                "counsel",
                dealtOut ? "the market takes them" : null);
    }

    @Test
    void theSheetHoldsEveryFigure() {
        assertThat(Desk.read(letters.allocationSheet(HEADING, paper(cutback(300L), false))))
                .contains("imposed by the managing underwriter, for market conditions; 300 Registrable Shares")
                .contains("Entered by underwriter Approved by counsel")
                .contains("each request is cut back to the product")
                .contains("H-1 Leonora Vance 500 100 100 500/1,000 100 100 100 0")
                // 300 x 300 / 1,000
                .contains("H-2 Tobias Renwick 300 400 300 300/1,000 90 200 90 210")
                .contains("H-3 Halcyon Bridge 70 0 0 – 0 0 0 0")
                .contains("110 of the shares that remain available are allocated to nobody")
                .contains("With 400 available every request would go in")
                .contains("Fund 2001 Series 2-A securities, exempt 200 100 100 yes yes yes")
                .contains("Fund 2001 200 of others 200")
                .contains("Where what remains available covers every request, none is cut");
    }

    @Test
    void theSheetTellsWhyTheRestWasDealtOut() {
        assertThat(Desk.read(letters.allocationSheet(HEADING, paper(cutback(300L), true))))
                .contains("dealt out on this ground: the market takes them")
                .contains("H-2 Tobias Renwick 300 400 300 300/1,000 90 200 200 100")
                .contains("what the product leaves over, dealt out");
    }

    @Test
    void aHolderLearnsItsOwnFiguresAndNobodysName() {
        Cutback cutback = cutback(300L);
        AllocationPaper paper = paper(cutback, false);
        AllocationResult result = AllocationResult.of(
                paper,
                paper.holders().get(1),
                AllocationPaper.explained(round(cutback, false), cutback).explain("H-2"));
        assertThat(Desk.read(letters.allocationResult(Desk.heading("OFF-2002-7:H-2:allocation-result:1"), result)))
                .contains("You asked for 400 of your Registrable Shares")
                .contains("90 of them go in, and 210 stay out")
                .contains("Counted of that, as far as you held them 300")
                .contains("300/1,000")
                .contains("another seller 200")
                .contains("the other Holders 500")
                .doesNotContain("Fund 2001")
                .doesNotContain("H-1")
                .doesNotContain("Vance");
    }

    @Test
    void withoutALimitationEveryRequestGoesIn() {
        Cutback cutback = cutback(null);
        AllocationPaper paper = paper(cutback, false);
        assertThat(paper.limitation()).isEqualTo("none is imposed");
        assertThat(Desk.read(letters.allocationSheet(HEADING, paper)))
                .contains("every request goes in whole")
                .doesNotContain("allocated to nobody");
    }

    @Test
    void manyAreExplainedAsOneIs() {
        for (Long available : new Long[] {null, 0L, 1L, 300L, 399L, 1000L}) {
            Cutback cutback = cutback(available);
            for (String holder : new String[] {null, "H-1", "H-2", "H-3"}) {
                assertThat(cutback.explainedToMany().explain(holder)).isEqualTo(cutback.explain(holder));
                DealtOut dealtOut = DealtOut.of(cutback);
                if (available != null) {
                    assertThat(dealtOut.explainedToMany().explain(holder)).isEqualTo(dealtOut.explain(holder));
                }
            }
        }
    }

    @Test
    void decisionsAboutTheRegistrationAreTold() {
        for (RegistrationDecisionRepository.Kind kind : RegistrationDecisionRepository.Kind.values()) {
            assertThat(Desk.read(letters.registrationDecision(
                            Desk.heading("OFF-2002-7:H-1:N-1"),
                            new RegistrationDecided("OFF-2002-7", "Spring offering", kind, DAY))))
                    .contains("of the registration under Section 8: Spring offering (OFF-2002-7)")
                    .contains("On January 28, 2002 the Company "
                            + (kind == RegistrationDecisionRepository.Kind.WITHDRAWN
                                    ? "withdrew"
                                    : kind.name().toLowerCase(Locale.ROOT)));
        }
    }
}
