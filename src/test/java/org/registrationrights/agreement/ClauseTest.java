package org.registrationrights.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClauseTest {

    @Test
    void citesTheAgreementsOwnLettersAndNotOurs() {
        assertThat(Clause.S4_E.citation()).isEqualTo("Section 4(e)");
        assertThat(Clause.S1_7_W.citation()).isEqualTo("Section 1.7(w)");
        assertThat(Clause.S1_7_X1.citation()).isEqualTo("Section 1.7(x)");
        assertThat(Clause.S2_3_C.citation()).isEqualTo("Section 2.3");
        assertThat(Clause.P_A.citation()).isEqualTo("preamble");
    }
}
