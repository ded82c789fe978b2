package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Told;
import org.registrationrights.offering.LimitAuthority.Facts;
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
        LimitAuthority authority = LimitAuthority.decide(new Facts(imposedBy, underwriter, market));

        assertThat(authority.reason()).isEqualTo(reason);
        assertThat(authority.expectedParty()).isEqualTo(expected);
        assertThat(authority.valid()).isEqualTo(reason == null);
    }

    @Test
    void somebodyMustHaveImposedIt() {
        assertThatThrownBy(() -> new Facts(null, true, true))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "imposedBy");
    }

    @Test
    void tellsWhoMayAndWhyALimitationStandsOrFalls() {
        assertThat(Told.steps(LimitAuthority.decide(new Facts(Party.COMPANY, false, true)), null))
                .containsExactly(
                        "2.3-a {hasManagingUnderwriter=false} expectedParty=COMPANY",
                        "2.3-a {imposedBy=COMPANY, expectedParty=COMPANY, marketConditionsJudgment=true} valid=true");
        assertThat(Told.steps(LimitAuthority.decide(new Facts(Party.COMPANY, true, true)), null))
                .containsExactly(
                        "2.3-a {hasManagingUnderwriter=true} expectedParty=MANAGING_UNDERWRITER",
                        "2.3-a {imposedBy=COMPANY, expectedParty=MANAGING_UNDERWRITER, marketConditionsJudgment=true}"
                                + " reason=WRONG_PARTY");
        assertThatThrownBy(() -> LimitAuthority.decide(new Facts(Party.COMPANY, false, true))
                        .explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "for");
    }
}
