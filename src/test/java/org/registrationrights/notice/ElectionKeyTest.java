package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElectionKeyTest {

    @Test
    void theBusinessKeyHoldsOfferingAndHolder() {
        ElectionKey key = new ElectionKey("OFF-2001-1", "H-17");

        assertThat(key.businessKey()).isEqualTo("OFF-2001-1:H-17");
        assertThat(ElectionKey.of("OFF-2001-1:H-17")).isEqualTo(key);
    }
}
