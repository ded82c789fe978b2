package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * What the transfer agent is to do with shares of Holders.
 *
 * @param occasion on what the instruction rests, in a sentence or two
 * @param cusip null while there is none
 */
public record TransferInstruction(Action action, String occasion, String cusip, List<Line> lines) {

    /** What is asked of the transfer agent. */
    public enum Action {
        /** Shares were sold under the statement and go to their buyers. */
        TRANSFER(
                "Transfer of shares sold under the registration statement",
                "Sold on",
                "Please register the transfer of the shares listed below to their purchasers, without a legend and free of"
                        + " any stop that the Company has placed on them."),
        /** Shares are bound by a stand-off (7). */
        STOP(
                "Stop on transfers during the stand-off (Section 7)",
                "From",
                "Please register no transfer of the shares listed below on any of the days shown, the first and the last"
                        + " included, unless the Company tells you in writing that a particular one is permitted."),
        /** The stand-off is over, or does not bind these shares any longer. */
        LIFT(
                "End of a stop on transfers (Section 7)",
                "From",
                "Please remove, from the days shown on, the stop that the Company has placed on the shares listed below.");

        private final String subject;
        private final String day;
        private final String request;

        Action(String subject, String day, String request) {
            this.subject = subject;
            this.day = day;
            this.request = request;
        }

        public String subject() {
            return subject;
        }

        /** What the day in a line is. */
        public String day() {
            return day;
        }

        public String request() {
            return request;
        }
    }

    /**
     * Shares of one lot.
     *
     * @param name in which they are registered
     * @param until the last day; null for an instruction without an end
     */
    public record Line(String holderId, String name, String lot, BigInteger shares, LocalDate from, LocalDate until) {}

    public BigInteger total() {
        return lines.stream().map(Line::shares).reduce(BigInteger.ZERO, BigInteger::add);
    }

    public boolean hasEnds() {
        return lines.stream().anyMatch(line -> line.until() != null);
    }
}
