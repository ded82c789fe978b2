package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Refusal;

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
        assertThat(AvailableShares.of(count(limit), count(company), count(exempt), count(holders), count(others)))
                .isEqualTo(new AvailableShares(count(pool), count(available), count(rest)));
    }

    @Test
    void negativeCountsAreRefused() {
        String[] fields = {"overallLimit", "companyPrimary", "exemptIncluded", "holdersRequested", "nonExemptRequested"
        };
        for (int i = 0; i < fields.length; i++) {
            int negative = i;
            assertThatThrownBy(() -> AvailableShares.of(
                            count(negative == 0 ? -1 : 1),
                            count(negative == 1 ? -1 : 1),
                            count(negative == 2 ? -1 : 1),
                            count(negative == 3 ? -1 : 1),
                            count(negative == 4 ? -1 : 1)))
                    .isInstanceOf(Refusal.class)
                    .hasFieldOrPropertyWithValue("field", fields[i]);
        }
        assertThatThrownBy(() -> AvailableShares.of(null, count(1), count(1), count(1), count(1)))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "overallLimit");
    }
}
