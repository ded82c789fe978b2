package org.registrationrights.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after every other class (see junit-platform.properties) and says what no test has driven. */
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    @Test
    void everyElementAndEveryFlowIsDriven() {
        assertThat(ModelCoverage.undriven()).isEmpty();
    }
}
