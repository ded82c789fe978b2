package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.register.LotDate.*;
import static org.registrationrights.register.LotStatus.*;
import static org.registrationrights.register.Lots.merger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.explanation.Told;
import org.registrationrights.register.ShareLot.Source;

class RegistrableSharesTest {

    private static final LocalDate DAY = LocalDate.parse("2001-12-10");
    private static final Policies NEVER_CURES = Policies.DEFAULTS.with(Map.of("lateJoinder", "NEVER_CURES"));

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
        RegistrableShares.Count count = RegistrableShares.on(
                        DAY, List.of(merger("L-1", "H-1", 900), both), Policies.DEFAULTS)
                .count();
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
                        Policies.DEFAULTS)
                .count();
        assertThat(count.total()).isEqualTo(BigInteger.TWO.pow(64));
        assertThat(count.status()).containsEntry("L-3", REGISTRABLE);
    }

    @Test
    void aHolderWithoutRegistrableSharesIsNotListed() {
        ShareLot cancelled = merger("L-1", "H-1", 10).with(CEASED_OUTSTANDING_ON, DAY);
        ShareLot empty = merger("L-2", "H-2", 0);
        assertThat(RegistrableShares.on(DAY, List.of(cancelled, empty), Policies.DEFAULTS)
                        .count()
                        .byHolder())
                .isEmpty();
    }

    @Test
    void refusesWhatIsMissingOrNegativeOrListedTwice() {
        ShareLot lot = merger("L-1", "H-1", 1);
        assertRefused("asOf", null, lot);
        assertRefused("lots[1].lot", DAY, lot, lot);
        assertRefused("lots[1].lot", DAY, lot, merger(null, "H-1", 1));
        assertRefused("lots[0].lot", DAY, merger(" ", "H-1", 1));
        assertRefused("lots[0].holder", DAY, merger("L-1", null, 1));
        assertRefused("lots[0].holder", DAY, merger("L-1", "", 1));
        assertRefused("lots[0].shares", DAY, shares("L-1", null));
        assertRefused("lots[0].shares", DAY, merger("L-1", "H-1", -1));
    }

    @Test
    void tellsEachLotOfAHolderWithTheLimbThatDecidedAndItsDays() {
        RegistrableShares registrable = RegistrableShares.on(
                DAY,
                List.of(
                        merger("L-1", "H-1", 700).with(EFFECTIVE_ON, DAY),
                        merger("L-2", "H-2", 5),
                        merger("L-3", "H-1", 100).with(ESCROW_FROM, DAY),
                        merger("L-4", "H-1", 10)
                                .with(TRANSFERRED_ON, DAY.minusDays(2))
                                .with(NEW_CERTIFICATES_ON, DAY.minusDays(1))
                                .with(FREELY_TRADABLE_ON, DAY)
                                .with(SOLD_ON, DAY),
                        merger("L-5", "H-1", 50).with(SOLD_ON, DAY).with(LOCKUP_FROM, DAY),
                        merger("L-6", "H-3", 7).with(CEASED_OUTSTANDING_ON, DAY)),
                Policies.DEFAULTS);

        assertThat(Told.steps(registrable, "H-1"))
                .containsExactly(
                        "1.7-i {asOf=2001-12-10, shares=700, source=MERGER, issuedOn=2001-06-22,"
                                + " effectiveOn=2001-12-10} status.L-1=REGISTRABLE",
                        "1.7-B {asOf=2001-12-10, shares=100, source=MERGER, escrowFrom=2001-12-10,"
                                + " escrowReleasedOn=none} status.L-3=EXCLUDED_B",
                        "1.7-y {asOf=2001-12-10, shares=10, source=MERGER, transferredOn=2001-12-08,"
                                + " newCertificatesOn=2001-12-09, freelyTradableOn=2001-12-10} status.L-4=CEASED_Y",
                        "1.7-A {asOf=2001-12-10, shares=50, source=MERGER, soldOn=2001-12-10,"
                                + " joinderDeliveredOn=none, compliesWithLaw=true, toCompetitor=false}"
                                + " status.L-5=EXCLUDED_A",
                        "1.2-a {L-1=700} byHolder.H-1=700");
        assertThat(registrable.explain("H-1"))
                .extracting(Step::formula)
                .startsWith("covered, issued and taken out by nothing", "in escrow");
    }

    @Test
    void namesTheLimbOfEveryStatus() {
        Map<LotStatus, ShareLot> lots = new EnumMap<>(LotStatus.class);
        lots.put(NOT_COVERED, of(Source.OPEN_MARKET, Map.of()));
        lots.put(NOT_ISSUED, of(Source.WARRANT_EXERCISE, Map.of()));
        lots.put(CEASED_Z, merger("L-1", "H-1", 1).with(CEASED_OUTSTANDING_ON, DAY));
        lots.put(CEASED_W, merger("L-1", "H-1", 1).disposed(DAY, DAY));
        lots.put(CEASED_X_SOLD, merger("L-1", "H-1", 1).with(RULE144_DISTRIBUTED_ON, DAY));
        lots.put(CEASED_X_ELIGIBLE, merger("L-1", "H-1", 1).with(RULE144_ALL_SALEABLE_ON, DAY));
        lots.put(EXCLUDED_C, merger("L-1", "H-1", 1).with(LOCKUP_FROM, DAY));
        lots.put(REGISTRABLE, of(Source.DERIVED, Map.of(ISSUED_ON, DAY)));

        Map<LotStatus, String> told = new EnumMap<>(LotStatus.class);
        lots.forEach((status, lot) -> told.put(
                status,
                Told.steps(RegistrableShares.on(DAY, List.of(lot), Policies.DEFAULTS), "H-1")
                        .get(0)));

        assertThat(told)
                .isEqualTo(Map.of(
                        NOT_COVERED,
                        "1.7-i {asOf=2001-12-10, shares=1, source=OPEN_MARKET} status.L-1=NOT_COVERED",
                        NOT_ISSUED,
                        "1.7-ii {asOf=2001-12-10, shares=1, source=WARRANT_EXERCISE, issuedOn=none}"
                                + " status.L-1=NOT_ISSUED",
                        CEASED_Z,
                        "1.7-z {asOf=2001-12-10, shares=1, source=MERGER, ceasedOutstandingOn=2001-12-10}"
                                + " status.L-1=CEASED_Z",
                        CEASED_W,
                        "1.7-w {asOf=2001-12-10, shares=1, source=MERGER, effectiveOn=2001-12-10,"
                                + " disposedUnderStatementOn=2001-12-10} status.L-1=CEASED_W",
                        CEASED_X_SOLD,
                        "1.7-x1 {asOf=2001-12-10, shares=1, source=MERGER, rule144DistributedOn=2001-12-10}"
                                + " status.L-1=CEASED_X_SOLD",
                        CEASED_X_ELIGIBLE,
                        "1.7-x2 {asOf=2001-12-10, shares=1, source=MERGER, rule144AllSaleableOn=2001-12-10}"
                                + " status.L-1=CEASED_X_ELIGIBLE",
                        EXCLUDED_C,
                        "1.7-C {asOf=2001-12-10, shares=1, source=MERGER, lockupFrom=2001-12-10, lockupEndsOn=none}"
                                + " status.L-1=EXCLUDED_C",
                        REGISTRABLE,
                        "1.7-iii {asOf=2001-12-10, shares=1, source=DERIVED, issuedOn=2001-12-10}"
                                + " status.L-1=REGISTRABLE"));
    }

    @Test
    @Verifies(Clause.S1_7_A)
    void tellsThePolicyOfLateJoindersWhereItDecided() {
        ShareLot late =
                merger("L-1", "H-1", 400).with(SOLD_ON, DAY.minusDays(1)).with(JOINDER_DELIVERED_ON, DAY);
        String cured = "1.7-i {asOf=2001-12-10, shares=400, source=MERGER, issuedOn=2001-06-22, soldOn=2001-12-09,"
                + " joinderDeliveredOn=2001-12-10, compliesWithLaw=true, toCompetitor=false} status.L-1=REGISTRABLE";
        assertThat(told(late, Policies.DEFAULTS)).isEqualTo(cured + " {lateJoinder=CURES_PROSPECTIVELY}");
        assertThat(told(late, NEVER_CURES))
                .isEqualTo("1.7-A {asOf=2001-12-10, shares=400, source=MERGER, soldOn=2001-12-09,"
                        + " joinderDeliveredOn=2001-12-10, compliesWithLaw=true, toCompetitor=false}"
                        + " status.L-1=EXCLUDED_A {lateJoinder=NEVER_CURES}");
        assertThat(told(late.with(ESCROW_FROM, DAY), Policies.DEFAULTS))
                .isEqualTo("1.7-B {asOf=2001-12-10, shares=400, source=MERGER, escrowFrom=2001-12-10,"
                        + " escrowReleasedOn=none, soldOn=2001-12-09, joinderDeliveredOn=2001-12-10,"
                        + " compliesWithLaw=true, toCompetitor=false} status.L-1=EXCLUDED_B"
                        + " {lateJoinder=CURES_PROSPECTIVELY}");

        // under neither reading would these be otherwise
        for (ShareLot lot : List.of(
                late.with(SOLD_ON, DAY),
                late.with(SOLD_ON, DAY.plusDays(1)).with(JOINDER_DELIVERED_ON, DAY.plusDays(2)),
                late.with(JOINDER_DELIVERED_ON, DAY.plusDays(1)),
                flags(late, false, false),
                flags(late, true, true),
                late.with(CEASED_OUTSTANDING_ON, DAY))) {
            assertThat(told(lot, Policies.DEFAULTS))
                    .isEqualTo(told(lot, NEVER_CURES))
                    .doesNotContain("lateJoinder");
        }
    }

    @Test
    void tellsTheSharesOfAllByWhatTakesThemOut() {
        RegistrableShares registrable = RegistrableShares.on(
                DAY,
                List.of(
                        merger("L-1", "H-1", 700),
                        merger("L-2", "H-1", 100).with(ESCROW_FROM, DAY),
                        merger("L-3", "H-2", 20).with(ESCROW_FROM, DAY),
                        merger("L-4", "H-3", 3).with(CEASED_OUTSTANDING_ON, DAY)),
                Policies.DEFAULTS);

        assertThat(Told.steps(registrable, null))
                .containsExactly(
                        "1.7-z {asOf=2001-12-10, lots=1} CEASED_Z=3",
                        "1.7-B {asOf=2001-12-10, lots=2} EXCLUDED_B=120",
                        "1.2-a {shares=823, CEASED_Z=3, EXCLUDED_B=120} total=700");
        assertThat(registrable.explain(null).get(1).formula()).isEqualTo("shares in escrow");
    }

    @Test
    void aHolderWhoseLotsAreAllOutIsToldSoAndAStrangerIsUnknown() {
        RegistrableShares registrable =
                RegistrableShares.on(DAY, List.of(merger("L-1", "H-1", 700).with(ESCROW_FROM, DAY)), Policies.DEFAULTS);

        assertThat(Told.steps(registrable, "H-1")).last().isEqualTo("1.2-a {} byHolder.H-1=0");
        assertThatThrownBy(() -> registrable.explain("H-2")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("for");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN);
        });
    }

    private static String told(ShareLot lot, Policies policies) {
        return Told.steps(RegistrableShares.on(DAY, List.of(lot), policies), lot.holder())
                .get(0);
    }

    private static void assertRefused(String field, LocalDate asOf, ShareLot... lots) {
        assertThatThrownBy(() -> RegistrableShares.on(asOf, List.of(lots), Policies.DEFAULTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
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
        return merger(lot, "H-1", 0).part(lot, shares, null, null);
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
}
