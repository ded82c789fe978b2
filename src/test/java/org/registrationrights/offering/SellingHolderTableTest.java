package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.InformationRequest.State;

@Verifies(Clause.S2_4_A)
class SellingHolderTableTest {

    private static final Map<String, String> NAMES =
            Map.of("H-1", "Leonora Vance", "H-3", "Halcyon Bridge Capital, Inc.", "H-4", "Orrin Family Trust");

    @Test
    void takesFromEachHolderWhatItSaidAndElseWhatTheRegisterSays() {
        SellingHolderTable table = SellingHolderTable.of(
                List.of(line("H-1", 600_000, 300_000), line("H-3", 450_000, 450_000), line("H-4", 240_000, 40_000)),
                NAMES,
                Map.of("H-1", request("H-1", State.FURNISHED), "H-3", request("H-3", State.EXCUSED)),
                Map.of("H-1", said("H-1", 1_000_000, "Director")));

        assertThat(table.rows())
                .extracting("holderId", "name", "sharesBefore", "sharesAfter", "relationship", "information")
                .containsExactly(
                        tuple("H-1", "L. \"Leo\" Vance", whole(1_000_000), whole(700_000), "Director", State.FURNISHED),
                        tuple("H-3", NAMES.get("H-3"), whole(450_000), whole(0), null, State.EXCUSED),
                        tuple("H-4", NAMES.get("H-4"), whole(240_000), whole(200_000), null, null));
    }

    @Test
    void saysNoneOnlyWhereTheHolderSaidSo() {
        assertThat(SellingHolderTable.of(
                                List.of(line("H-1", 600_000, 300_000)),
                                NAMES,
                                Map.of(),
                                Map.of("H-1", said("H-1", 600_000, null)))
                        .rows()
                        .get(0)
                        .relationship())
                .isEqualTo("None");
    }

    @Test
    void refusesToOfferMoreThanTheHolderSaysItOwns() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SellingHolderTable.of(
                        List.of(line("H-1", 600_000, 300_000)),
                        NAMES,
                        Map.of(),
                        Map.of("H-1", said("H-1", 299_999, null))))
                .withMessageStartingWith("sharesOwned: 299999 is fewer than the 300000 shares");
    }

    @Test
    void isCsvWithQuotesWhereTheyAreNeeded() {
        String csv = SellingHolderTable.of(
                        List.of(line("H-1", 600_000, 300_000), line("H-3", 450_000, 450_000)),
                        NAMES,
                        Map.of("H-1", request("H-1", State.FURNISHED), "H-3", request("H-3", State.HELD_OUT)),
                        Map.of("H-1", said("H-1", 600_000, null)))
                .csv();

        assertThat(csv.lines())
                .containsExactly(
                        "holderId,name,sharesBefore,sharesOffered,sharesAfter,relationship,information",
                        "H-1,\"L. \"\"Leo\"\" Vance\",600000,300000,300000,None,FURNISHED",
                        "H-3,\"Halcyon Bridge Capital, Inc.\",450000,450000,0,,HELD_OUT");
    }

    private static Line line(String holder, long held, long allocated) {
        return new Line(
                holder, whole(held), whole(allocated), Long.toString(allocated), whole(allocated), BigInteger.ZERO);
    }

    private static InformationRequest request(String holder, State state) {
        return new InformationRequest(holder, state, Instant.EPOCH, LocalDate.EPOCH);
    }

    private static HolderInformation said(String holder, long sharesOwned, String relationship) {
        return new HolderInformation(
                holder,
                "L. \"Leo\" Vance",
                whole(sharesOwned),
                relationship,
                relationship == null,
                null,
                LocalDate.parse("2002-01-23"),
                "questionnaire");
    }

    private static BigInteger whole(long count) {
        return BigInteger.valueOf(count);
    }
}
