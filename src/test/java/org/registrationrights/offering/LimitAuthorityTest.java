package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.LimitAuthority.Party;
import org.registrationrights.offering.LimitAuthority.Reason;

@Verifies(Clause.S2_3_A)
class LimitAuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "MANAGING_UNDERWRITER, true, true, , MANAGING_UNDERWRITER",
        "MANAGING_UNDERWRITER, true, false, NOT_MARKET_CONDITIONS, MANAGING_UNDERWRITER",
        "MANAGING_UNDERWRITER, false, true, WRONG_PARTY, COMPANY",
        "MANAGING_UNDERWRITER, false, false, WRONG_PARTY, COMPANY",
        "COMPANY, true, true, WRONG_PARTY, MANAGING_UNDERWRITER",
        "COMPANY, true, false, WRONG_PARTY, MANAGING_UNDERWRITER",
        "COMPANY, false, true, , COMPANY",
        "COMPANY, false, false, NOT_MARKET_CONDITIONS, COMPANY"
    })
    void onlyTheOnePartyMayLimitAndOnlyForTheOneReason(
            Party imposedBy, boolean underwriter, boolean market, Reason reason, Party expected) {
        LimitAuthority authority = LimitAuthority.judge(imposedBy, underwriter, market);

        assertThat(authority).isEqualTo(new LimitAuthority(reason, expected));
        assertThat(authority.valid()).isEqualTo(reason == null);
    }

    @Test
    void somebodyMustHaveImposedIt() {
        assertThatThrownBy(() -> LimitAuthority.judge(null, true, true))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "imposedBy");
    }
}
