package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.registrationrights.notice.HolderElection.State;

class HolderElectionTest {

    @Test
    void aNoticeIsOverdueFiveDaysAfterItsDispatch() {
        HolderElection election = new HolderElection(
                new ElectionKey("OFF-2001-1", "H-17"),
                BigInteger.TEN,
                State.NOTICE,
                "OFF-2001-1:H-17:notice",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Instant.parse("2002-01-10T17:00:00Z"),
                null,
                null);

        assertThat(election.noticeOverdueAt()).isEqualTo("2002-01-15T17:00:00Z");
    }
}
