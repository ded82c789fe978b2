package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedCredentialsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger checks = new AtomicInteger();
    private final VerifiedCredentials verified = new VerifiedCredentials(now::get);

    @Test
    void aRightPasswordIsCheckedOnceWithinItsLife() {
        assertThat(verify("anna", "right", true)).isTrue();
        now.addAndGet(VerifiedCredentials.LIFE.toNanos() - 1);
        assertThat(verify("anna", "right", false)).isTrue();
        assertThat(checks).hasValue(1);

        now.incrementAndGet();
        assertThat(verify("anna", "right", false)).isFalse();
        assertThat(checks).hasValue(2);
    }

    @Test
    void aWrongPasswordIsCheckedEachTime() {
        assertThat(verify("anna", "wrong", false)).isFalse();
        assertThat(verify("anna", "wrong", false)).isFalse();
        assertThat(checks).hasValue(2);
    }

    @Test
    void userAndPasswordAreKeptApart() {
        assertThat(verify("ab", "c", true)).isTrue();
        assertThat(verify("a", "bc", false)).isFalse();
    }

    @Test
    void theEldestIsForgottenWhenThereAreTooMany() {
        for (int user = 0; user <= VerifiedCredentials.MOST; user++) {
            verify("user" + user, "right", true);
        }

        assertThat(verify("user1", "right", false)).isTrue();
        assertThat(verify("user0", "right", false)).isFalse();
    }

    private boolean verify(String user, String password, boolean right) {
        return verified.verify(user, password, () -> {
            checks.incrementAndGet();
            return right;
        });
    }
}
