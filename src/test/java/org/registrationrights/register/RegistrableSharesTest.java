package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.register.LotDate.*;
import static org.registrationrights.register.LotStatus.*;
import static org.registrationrights.register.Lots.merger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.register.ShareLot.Source;

class RegistrableSharesTest {

    private static final LocalDate DAY = LocalDate.parse("2001-12-10");
    private static final Policies NEVER_CURES = Policies.DEFAULTS.with(Map.of("lateJoinder", "NEVER_CURES"));

    @TestFactory
    @Verifies({
        Clause.S1_7_I,
        Clause.S1_7_III,
        Clause.S1_7_A,
        Clause.S1_7_B,
        Clause.S1_7_W,
        Clause.S1_7_X1,
        Clause.S1_7_Y,
        Clause.S1_7_Z
    })
    Stream<DynamicTest> vectors() throws IOException {
        JsonNode file = new ObjectMapper().readTree(getClass().getResourceAsStream("/vectors/registrable-shares.json"));
        return StreamSupport.stream(file.get("vectors").spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> {
                    JsonNode input = vector.get("input");
                    List<ShareLot> lots = new ArrayList<>();
                    input.get("lots").forEach(lot -> lots.add(lot(lot)));
                    RegistrableShares.Count count = RegistrableShares.on(
                            LocalDate.parse(input.get("asOf").asText()),
                            lots,
                            Policies.DEFAULTS.with(texts(vector.get("policies"))));
                    JsonNode expected = vector.get("expected");
                    Map<String, String> status = new HashMap<>();
                    count.status().forEach((lot, standing) -> status.put(lot, standing.name()));
                    Map<String, String> byHolder = new HashMap<>();
                    count.byHolder().forEach((holder, shares) -> byHolder.put(holder, shares.toString()));
                    assertThat(status).isEqualTo(texts(expected.get("status")));
                    assertThat(byHolder).isEqualTo(texts(expected.get("byHolder")));
                    assertThat(count.total()).isEqualTo(expected.get("total").bigIntegerValue());
                }));
    }

    @Test
    @Verifies({Clause.S1_7_I, Clause.S1_7_II, Clause.S1_7_III})
    void onlyMergerSharesExercisedWarrantsAndWhatDerivesFromThemCount() {
        for (Source source : Source.values()) {
            boolean covered = source == Source.MERGER || source == Source.WARRANT_EXERCISE || source == Source.DERIVED;
            assertThat(status(of(source, Map.of(ISSUED_ON, DAY)))).isEqualTo(covered ? REGISTRABLE : NOT_COVERED);
            assertThat(status(of(source, Map.of(ISSUED_ON, DAY.plusDays(1)))))
                    .isEqualTo(covered ? NOT_ISSUED : NOT_COVERED);
            assertThat(status(of(source, Map.of()))).isEqualTo(covered ? NOT_ISSUED : NOT_COVERED);
        }
    }

    @Test
    @Verifies({Clause.S1_7_W, Clause.S1_7_X1, Clause.S1_7_X2, Clause.S1_7_Y, Clause.S1_7_Z})
    void eachWayOfCeasingNeedsAllItsFactsAndBeginsOnTheLatest() {
        Map<LotStatus, List<LotDate>> facts = Map.of(
                CEASED_Z, List.of(CEASED_OUTSTANDING_ON),
                CEASED_W, List.of(EFFECTIVE_ON, DISPOSED_UNDER_STATEMENT_ON),
                CEASED_X_SOLD, List.of(RULE144_DISTRIBUTED_ON),
                CEASED_Y, List.of(TRANSFERRED_ON, NEW_CERTIFICATES_ON, FREELY_TRADABLE_ON),
                CEASED_X_ELIGIBLE, List.of(RULE144_ALL_SALEABLE_ON));
        facts.forEach((ceased, events) -> {
            ShareLot complete = merger("L-1", "H-1", 1);
            for (LotDate event : events) {
                complete = complete.with(event, DAY.minusDays(events.indexOf(event)));
            }
            assertThat(status(complete)).isEqualTo(ceased);
            for (LotDate event : events) {
                assertThat(status(complete.with(event, DAY.plusDays(1))))
                        .as("%s with %s tomorrow", ceased, event)
                        .isEqualTo(REGISTRABLE);
                assertThat(status(without(complete, event)))
                        .as("%s without %s", ceased, event)
                        .isEqualTo(REGISTRABLE);
            }
        });
    }

    @Test
    @Verifies({Clause.S1_7_B, Clause.S1_7_C})
    void escrowAndLockUpTakeSharesOutFromTheirFirstDayAndGiveThemBackOnTheDayTheyEnd() {
        assertThat(overTime(merger("L-1", "H-1", 1).with(ESCROW_FROM, DAY).with(ESCROW_RELEASED_ON, DAY.plusDays(1))))
                .containsExactly(REGISTRABLE, EXCLUDED_B, REGISTRABLE);
        assertThat(overTime(merger("L-1", "H-1", 1).with(ESCROW_FROM, DAY)))
                .containsExactly(REGISTRABLE, EXCLUDED_B, EXCLUDED_B);
        assertThat(overTime(merger("L-1", "H-1", 1).with(LOCKUP_FROM, DAY).with(LOCKUP_ENDS_ON, DAY.plusDays(1))))
                .containsExactly(REGISTRABLE, EXCLUDED_C, REGISTRABLE);
        assertThat(overTime(merger("L-1", "H-1", 1).with(LOCKUP_FROM, DAY)))
                .containsExactly(REGISTRABLE, EXCLUDED_C, EXCLUDED_C);
    }

    @Test
    @Verifies({Clause.S1_7_B, Clause.S1_7_C})
    void sharesInEscrowAndLockedUpAreDeductedOnce() {
        ShareLot both = merger("L-2", "H-1", 100)
                .with(ESCROW_FROM, DAY)
                .with(ESCROW_RELEASED_ON, DAY.plusDays(1))
                .with(LOCKUP_FROM, DAY);
        RegistrableShares.Count count =
                RegistrableShares.on(DAY, List.of(merger("L-1", "H-1", 900), both), Policies.DEFAULTS);
        assertThat(count.byHolder()).isEqualTo(Map.of("H-1", BigInteger.valueOf(900)));
        assertThat(overTime(both)).containsExactly(REGISTRABLE, EXCLUDED_B, EXCLUDED_C);
    }

    @Test
    @Verifies({Clause.S1_7_W, Clause.S1_7_X2})
    void whatHasCeasedDoesNotComeBackWhenAnEscrowIsReleasedOrAJoinderArrives() {
        ShareLot ceased = merger("L-1", "H-1", 1)
                .with(RULE144_ALL_SALEABLE_ON, DAY.minusDays(1))
                .with(ESCROW_FROM, DAY.minusDays(1))
                .with(ESCROW_RELEASED_ON, DAY)
                .with(SOLD_ON, DAY.minusDays(1))
                .with(JOINDER_DELIVERED_ON, DAY);
        assertThat(overTime(ceased)).containsExactly(CEASED_X_ELIGIBLE, CEASED_X_ELIGIBLE, CEASED_X_ELIGIBLE);
    }

    @Test
    @Verifies(Clause.S1_7_A)
    void aSaleKeepsTheRightsOnlyIfItIsLawfulToNoCompetitorAndJoined() {
        ShareLot sold = merger("L-1", "H-2", 400).with(SOLD_ON, DAY);
        ShareLot joined = sold.with(JOINDER_DELIVERED_ON, DAY);
        assertThat(overTime(sold)).containsExactly(REGISTRABLE, EXCLUDED_A, EXCLUDED_A);
        assertThat(overTime(joined)).containsExactly(REGISTRABLE, REGISTRABLE, REGISTRABLE);
        assertThat(status(flags(joined, false, false))).isEqualTo(EXCLUDED_A);
        assertThat(status(flags(joined, true, true))).isEqualTo(EXCLUDED_A);
    }

    @Test
    @Verifies(Clause.S1_7_A)
    void aJoinderAfterTheSaleCuresFromItsDeliveryOnOrByTheOtherPolicyNever() {
        ShareLot late =
                merger("L-1", "H-2", 400).with(SOLD_ON, DAY.minusDays(1)).with(JOINDER_DELIVERED_ON, DAY);
        assertThat(overTime(late)).containsExactly(EXCLUDED_A, REGISTRABLE, REGISTRABLE);
        assertThat(RegistrableShares.status(late, DAY, NEVER_CURES)).isEqualTo(EXCLUDED_A);
        assertThat(RegistrableShares.status(late.with(SOLD_ON, DAY), DAY, NEVER_CURES))
                .isEqualTo(REGISTRABLE);
        assertThat(RegistrableShares.status(late.with(SOLD_ON, DAY.plusDays(1)), DAY.plusDays(1), NEVER_CURES))
                .isEqualTo(REGISTRABLE);
    }

    @Test
    void theFirstLimbThatAppliesIsNamed() {
        ShareLot everything = merger("L-1", "H-1", 1);
        for (LotDate date : LotDate.values()) {
            if (date != ESCROW_RELEASED_ON && date != LOCKUP_ENDS_ON && date != JOINDER_DELIVERED_ON) {
                everything = everything.with(date, DAY);
            }
        }
        List<LotStatus> named = new ArrayList<>();
        for (LotDate cause : List.of(
                CEASED_OUTSTANDING_ON,
                EFFECTIVE_ON,
                RULE144_DISTRIBUTED_ON,
                TRANSFERRED_ON,
                RULE144_ALL_SALEABLE_ON,
                SOLD_ON,
                ESCROW_FROM,
                LOCKUP_FROM)) {
            named.add(status(everything));
            everything = without(everything, cause);
        }
        named.add(status(everything));
        assertThat(named)
                .containsExactly(
                        CEASED_Z,
                        CEASED_W,
                        CEASED_X_SOLD,
                        CEASED_Y,
                        CEASED_X_ELIGIBLE,
                        EXCLUDED_A,
                        EXCLUDED_B,
                        EXCLUDED_C,
                        REGISTRABLE);
    }

    @Test
    void countsBeyondAnyMachineWord() {
        BigInteger many = BigInteger.TWO.pow(63);
        RegistrableShares.Count count = RegistrableShares.on(
                DAY,
                List.of(shares("L-1", many), shares("L-2", many), shares("L-3", BigInteger.ZERO)),
                Policies.DEFAULTS);
        assertThat(count.total()).isEqualTo(BigInteger.TWO.pow(64));
        assertThat(count.status()).containsEntry("L-3", REGISTRABLE);
    }

    @Test
    void aHolderWithoutRegistrableSharesIsNotListed() {
        ShareLot cancelled = merger("L-1", "H-1", 10).with(CEASED_OUTSTANDING_ON, DAY);
        ShareLot empty = merger("L-2", "H-2", 0);
        assertThat(RegistrableShares.on(DAY, List.of(cancelled, empty), Policies.DEFAULTS)
                        .byHolder())
                .isEmpty();
    }

    @Test
    void refusesALotThatIsListedTwiceAndANegativeCount() {
        ShareLot lot = merger("L-1", "H-1", 1);
        assertThatThrownBy(() -> RegistrableShares.on(DAY, List.of(lot, lot), Policies.DEFAULTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("lots[1].lot"));
        assertThatThrownBy(() -> RegistrableShares.on(DAY, List.of(merger("L-1", "H-1", -1)), Policies.DEFAULTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("lots[0].shares"));
    }

    private static LotStatus status(ShareLot lot) {
        return RegistrableShares.status(lot, DAY, Policies.DEFAULTS);
    }

    /** The status on the day before, on the day and on the day after. */
    private static List<LotStatus> overTime(ShareLot lot) {
        return Stream.of(DAY.minusDays(1), DAY, DAY.plusDays(1))
                .map(day -> RegistrableShares.status(lot, day, Policies.DEFAULTS))
                .toList();
    }

    private static ShareLot of(Source source, Map<LotDate, LocalDate> dates) {
        return new ShareLot("L-1", "H-1", BigInteger.ONE, source, null, null, null, dates, true, false);
    }

    private static ShareLot shares(String lot, BigInteger shares) {
        return merger(lot, "H-1", 0).part(lot, shares, null);
    }

    private static ShareLot flags(ShareLot lot, boolean compliesWithLaw, boolean toCompetitor) {
        return new ShareLot(
                lot.lot(),
                lot.holder(),
                lot.shares(),
                lot.source(),
                null,
                null,
                null,
                lot.dates(),
                compliesWithLaw,
                toCompetitor);
    }

    private static ShareLot without(ShareLot lot, LotDate event) {
        Map<LotDate, LocalDate> dates = new EnumMap<>(lot.dates());
        dates.remove(event);
        return of(lot.source(), dates);
    }

    private static ShareLot lot(JsonNode json) {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        List<String> known =
                new ArrayList<>(List.of("lot", "holder", "shares", "source", "compliesWithLaw", "toCompetitor"));
        for (LotDate date : LotDate.values()) {
            known.add(date.key());
            if (json.hasNonNull(date.key())) {
                dates.put(date, LocalDate.parse(json.get(date.key()).asText()));
            }
        }
        assertThat(json.fieldNames()).toIterable().isSubsetOf(known);
        return new ShareLot(
                json.get("lot").asText(),
                json.get("holder").asText(),
                json.get("shares").bigIntegerValue(),
                Arrays.stream(Source.values())
                        .filter(source ->
                                source.name().equals(json.get("source").asText()))
                        .findFirst()
                        .orElse(Source.OTHER),
                null,
                null,
                null,
                dates,
                json.path("compliesWithLaw").asBoolean(true),
                json.path("toCompetitor").asBoolean(false));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
