package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.register.LotStatus.*;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;

/** What holds of any lots on any day, under both readings of a late joinder. */
class RegistrableSharesPropertiesTest {

    private static final long SEED = 17;
    private static final int CASES = 3_000;
    private static final LocalDate FIRST = LocalDate.parse("2001-12-10");
    private static final int DAYS = 5;
    private static final Set<LotStatus> CEASED =
            EnumSet.of(CEASED_Z, CEASED_W, CEASED_X_SOLD, CEASED_Y, CEASED_X_ELIGIBLE);
    private static final List<Policies> READINGS =
            List.of(Policies.DEFAULTS, Policies.DEFAULTS.with(Map.of("lateJoinder", "NEVER_CURES")));

    private final Random random = new Random(SEED);

    @Test
    @Verifies({Clause.S1_7_W, Clause.S1_7_X1, Clause.S1_7_X2, Clause.S1_7_Y, Clause.S1_7_Z})
    void whatHasCeasedNeverComesBackInTime() {
        for (int i = 0; i < CASES; i++) {
            ShareLot lot = randomLot(i);
            for (Policies policies : READINGS) {
                boolean ceased = false;
                for (LotStatus status : overTime(lot, policies)) {
                    ceased |= CEASED.contains(status);
                    assertThat(CEASED.contains(status)).as(told(lot)).isEqualTo(ceased);
                }
            }
        }
    }

    @Test
    @Verifies({Clause.S1_7_W, Clause.S1_7_X1, Clause.S1_7_X2, Clause.S1_7_Y, Clause.S1_7_Z})
    void noLaterEvidenceRevivesWhatHasCeased() {
        int revivals = 0;
        for (int i = 0; i < CASES; i++) {
            ShareLot lot = randomLot(i);
            LocalDate asOf = FIRST.plusDays(random.nextInt(DAYS));
            if (!CEASED.contains(RegistrableShares.status(lot, asOf, Policies.DEFAULTS))) {
                continue;
            }
            for (LotDate event : LotDate.values()) {
                if (lot.on(event) == null) {
                    ShareLot known = lot.with(event, FIRST.plusDays(random.nextInt(DAYS)));
                    assertThat(RegistrableShares.status(known, asOf, Policies.DEFAULTS))
                            .as("%s, now with %s", told(lot), event)
                            .isIn(CEASED);
                    revivals++;
                }
            }
        }
        assertThat(revivals).isPositive();
    }

    @Test
    @Verifies({Clause.S1_7_A, Clause.S1_7_B, Clause.S1_7_C})
    void escrowAndLockUpComeAndGoAndAJoinderMayStillArrive() {
        Set<List<LotStatus>> changes = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            List<LotStatus> statuses = overTime(randomLot(i), Policies.DEFAULTS);
            for (int day = 1; day < statuses.size(); day++) {
                changes.add(statuses.subList(day - 1, day + 1));
            }
        }
        assertThat(changes)
                .as("seed %d", SEED)
                .contains(
                        List.of(REGISTRABLE, EXCLUDED_B),
                        List.of(EXCLUDED_B, REGISTRABLE),
                        List.of(REGISTRABLE, EXCLUDED_C),
                        List.of(EXCLUDED_C, REGISTRABLE),
                        List.of(REGISTRABLE, EXCLUDED_A),
                        List.of(EXCLUDED_A, REGISTRABLE));
    }

    @Test
    void sharesAddUpInAnyOrder() {
        for (int i = 0; i < 200; i++) {
            List<ShareLot> lots = new ArrayList<>();
            for (int k = random.nextInt(30); k >= 0; k--) {
                lots.add(randomLot(k));
            }
            Policies policies = READINGS.get(i % 2);
            RegistrableShares.Count count =
                    RegistrableShares.on(FIRST, lots, policies).count();
            BigInteger registrable = BigInteger.ZERO;
            for (ShareLot lot : lots) {
                if (count.status().get(lot.lot()) == REGISTRABLE) {
                    registrable = registrable.add(lot.shares());
                }
            }
            String which = "seed " + SEED + ", case " + i;
            assertThat(count.total()).as(which).isEqualTo(registrable);
            assertThat(count.byHolder().values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                    .as(which)
                    .isEqualTo(registrable);

            Collections.shuffle(lots, random);
            assertThat(RegistrableShares.on(FIRST, lots, policies).count())
                    .as(which)
                    .isEqualTo(count);
        }
    }

    private ShareLot randomLot(int i) {
        return Lots.random("L-" + i, "H-" + random.nextInt(5), FIRST, DAYS - 1, random);
    }

    /** On each day from the one before the first event to the one after the last. */
    private static List<LotStatus> overTime(ShareLot lot, Policies policies) {
        return FIRST.minusDays(1)
                .datesUntil(FIRST.plusDays(DAYS))
                .map(day -> RegistrableShares.status(lot, day, policies))
                .toList();
    }

    private static String told(ShareLot lot) {
        return "seed " + SEED + ": " + lot;
    }
}
