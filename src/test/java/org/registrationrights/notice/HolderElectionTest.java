package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.notice.HolderElection.State;

class HolderElectionTest {

    @ParameterizedTest
    @CsvSource({"LISTED, false", "NOTICE, true", "OPEN, true", "CLOSED, false", "VOID, false"})
    void anElectionRunsFromItsNoticeToTheEndOfItsWindow(State state, boolean running) {
        ElectionKey key = new ElectionKey("OFF-2001-1", "H-17");
        HolderElection election = new HolderElection(
                key, BigInteger.TEN, state, null, null, null, null, null, null, null, null, null, false);

        assertThat(election.isRunning()).isEqualTo(running);
    }
}
