package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

@Verifies(Clause.S4_E)
class CusipTest {

    @ParameterizedTest
    @ValueSource(strings = {"037833100", "02079K305", "38259P508", "594918104", "17275R102", "000000000"})
    void takesNumbersInUse(String cusip) {
        assertThat(Cusip.checked("cusip", cusip)).isEqualTo(cusip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"037833101", "037833010", "02079k305", "03783310", "0378331000", "03783310A", "0378-3100"})
    void refusesWhatIsNone(String cusip) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Cusip.checked("cusip", cusip))
                .withMessageContaining(cusip)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("cusip"));
    }

    @Test
    void anAbsentOneStaysAbsent() {
        assertThat(Cusip.checked("cusip", null)).isNull();
    }
}
