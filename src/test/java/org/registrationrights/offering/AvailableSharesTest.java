package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Step;
import org.registrationrights.explanation.Told;
import org.registrationrights.offering.AvailableShares.Limit;

class AvailableSharesTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 300, 200, 400, 200, 500, 334, 166", // 166 2/3: the odd share is the Holders'
        "1000, 300, 100, 400, 200, 600, 400, 200",
        "1000, 0, 0, 400, 200, 1000, 400, 200",
        "1000, 600, 500, 400, 200, 0, 0, 0",
        "10, 0, 0, 0, 20, 10, 0, 10",
        "10, 0, 0, 20, 0, 10, 10, 0",
        "0, 0, 0, 0, 0, 0, 0, 0"
    })
    void whatTheLimitLeavesIsSharedByRequests(
            long limit, long company, long exempt, long holders, long others, long pool, long available, long rest) {
        AvailableShares shares = of(limit, company, exempt, holders, others);

        assertThat(shares.pool()).isEqualTo(pool);
        assertThat(shares.available()).isEqualTo(available);
        assertThat(shares.nonExempt()).isEqualTo(rest);
    }

    @Test
    void whatIsMissingOrNegativeIsRefused() {
        String[] fields = {"overallLimit", "companyPrimary", "exemptIncluded", "holdersRequested", "nonExemptRequested"
        };
        for (int i = 0; i < fields.length; i++) {
            for (BigInteger fault : Arrays.asList(count(-1), null)) {
                BigInteger[] counts = {count(1), count(1), count(1), count(1), count(1)};
                counts[i] = fault;
                assertThatThrownBy(() ->
                                AvailableShares.of(new Limit(counts[0], counts[1], counts[2], counts[3], counts[4])))
                        .isInstanceOf(Refusal.class)
                        .hasFieldOrPropertyWithValue("field", fields[i]);
            }
        }
    }

    @Test
    void tellsHowThePoolIsSharedAndThatTheTextDoesNotSaySo() {
        AvailableShares shares = of(1000, 300, 200, 400, 200);

        assertThat(Told.steps(shares, null))
                .containsExactly(
                        "2.3-c {overallLimit=1000, companyPrimary=300, exemptIncluded=200} pool=500",
                        "2.3-c {pool=500, nonExemptRequested=200, holdersRequested=400} nonExempt=166",
                        "2.3-c {pool=500, nonExempt=166} available=334");
        assertThat(shares.explain(null)).extracting(Step::formula).allMatch(AvailableSharesTest::marked);
    }

    @Test
    void tellsWhereThePoolCoversBoth() {
        AvailableShares shares = of(1000, 300, 100, 400, 200);

        assertThat(Told.steps(shares, null))
                .containsExactly(
                        "2.3-c {overallLimit=1000, companyPrimary=300, exemptIncluded=100} pool=600",
                        "2.3-c {pool=600, nonExemptRequested=200} nonExempt=200",
                        "2.3-c {pool=600, holdersRequested=400} available=400");
        assertThat(shares.explain(null)).extracting(Step::formula).allMatch(AvailableSharesTest::marked);
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        assertThatThrownBy(() -> of(1, 1, 1, 1, 1).explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    @Test
    void nothingIsSharedThatIsNotThereOrNobodyAskedFor() {
        long seed = 23;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Limit limit = new Limit(
                    count(random.nextInt(100)),
                    count(random.nextInt(50)),
                    count(random.nextInt(20)),
                    count(random.nextInt(60)),
                    count(random.nextInt(60)));
            AvailableShares shares = AvailableShares.of(limit);
            BigInteger requested = limit.holdersRequested().add(limit.nonExemptRequested());
            String which = "seed " + seed + ", case " + i + ": " + limit;
            assertThat(shares.available().add(shares.nonExempt()))
                    .as(which)
                    .isEqualTo(shares.pool().min(requested));
            assertThat(shares.available()).as(which).isBetween(BigInteger.ZERO, limit.holdersRequested());
            assertThat(shares.nonExempt()).as(which).isBetween(BigInteger.ZERO, limit.nonExemptRequested());
        }
    }

    private static boolean marked(String formula) {
        return formula.startsWith("a help that the agreement's text does not contain: ");
    }

    private static AvailableShares of(long limit, long company, long exempt, long holders, long others) {
        return AvailableShares.of(
                new Limit(count(limit), count(company), count(exempt), count(holders), count(others)));
    }
}
