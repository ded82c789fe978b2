package org.registrationrights.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.registrationrights.notice.Delivery.Service;

/**
 * Times of the year at which a window is easily closed on the wrong day. In each of them a notice goes out in every way
 * to a Holder of its own; the days are counted by hand, in Los Angeles.
 */
public enum Season {
    /** Received on Thursday 14 February 2002; the tenth day is Sunday the 24th. */
    SUNDAY(
            "2002-02-14T16:00:00-08:00",
            byHand("2002-02-14T15:00:00-08:00", "2002-02-14", "2002-02-25", "2002-02-26T00:00:00-08:00"),
            byCourier("2002-02-14T00:00:00-08:00", "2002-02-14", "2002-02-25", "2002-02-26T00:00:00-08:00"),
            byFax("2002-02-14T15:59:59-08:00", "2002-02-14", "2002-02-25", "2002-02-26T00:00:00-08:00"),
            // Monday the 11th, and three business days: the 12th is a holiday in California only
            registered("2002-02-11T09:00:00-08:00", "2002-02-14", "2002-02-25", "2002-02-26T00:00:00-08:00"),
            certified("2002-02-11T23:59:59-08:00", "2002-02-14", "2002-02-25", "2002-02-26T00:00:00-08:00"),
            ordinary("2002-02-11T09:00:00-08:00"),
            byEmail("2002-02-14T15:00:00-08:00")),

    /** Received on Wednesday 3 April 2002, before the clocks are put forward on the 7th; the tenth day is Saturday the 13th. */
    CLOCKS_FORWARD(
            "2002-04-03T16:00:00-08:00",
            byHand("2002-04-03T15:00:00-08:00", "2002-04-03", "2002-04-13", "2002-04-14T00:00:00-07:00"),
            byCourier("2002-04-03T00:00:00-08:00", "2002-04-03", "2002-04-13", "2002-04-14T00:00:00-07:00"),
            byFax("2002-04-03T15:59:59-08:00", "2002-04-03", "2002-04-13", "2002-04-14T00:00:00-07:00"),
            // Good Friday the 29th, and Monday 1 April, a holiday in California only
            registered("2002-03-29T09:00:00-08:00", "2002-04-03", "2002-04-13", "2002-04-14T00:00:00-07:00"),
            certified("2002-03-29T23:59:59-08:00", "2002-04-03", "2002-04-13", "2002-04-14T00:00:00-07:00"),
            ordinary("2002-03-29T09:00:00-08:00"),
            byEmail("2002-04-03T15:00:00-08:00")),

    /** Received on Friday 30 August 2002; the tenth day is Monday 9 September, Admission Day in California only. */
    CALIFORNIA_HOLIDAY(
            "2002-08-30T16:00:00-07:00",
            byHand("2002-08-30T15:00:00-07:00", "2002-08-30", "2002-09-10", "2002-09-11T00:00:00-07:00"),
            byCourier("2002-08-30T00:00:00-07:00", "2002-08-30", "2002-09-10", "2002-09-11T00:00:00-07:00"),
            byFax("2002-08-30T15:59:59-07:00", "2002-08-30", "2002-09-10", "2002-09-11T00:00:00-07:00"),
            registered("2002-08-27T09:00:00-07:00", "2002-08-30", "2002-09-10", "2002-09-11T00:00:00-07:00"),
            certified("2002-08-27T23:59:59-07:00", "2002-08-30", "2002-09-10", "2002-09-11T00:00:00-07:00"),
            ordinary("2002-08-27T09:00:00-07:00"),
            byEmail("2002-08-30T15:00:00-07:00")),

    /** Received on Wednesday 23 October 2002, before the clocks are put back on the 27th; the tenth day is Saturday 2 November. */
    CLOCKS_BACK(
            "2002-10-23T16:00:00-07:00",
            byHand("2002-10-23T15:00:00-07:00", "2002-10-23", "2002-11-02", "2002-11-03T00:00:00-08:00"),
            byCourier("2002-10-23T00:00:00-07:00", "2002-10-23", "2002-11-02", "2002-11-03T00:00:00-08:00"),
            byFax("2002-10-23T15:59:59-07:00", "2002-10-23", "2002-11-02", "2002-11-03T00:00:00-08:00"),
            registered("2002-10-18T09:00:00-07:00", "2002-10-23", "2002-11-02", "2002-11-03T00:00:00-08:00"),
            certified("2002-10-18T23:59:59-07:00", "2002-10-23", "2002-11-02", "2002-11-03T00:00:00-08:00"),
            ordinary("2002-10-18T09:00:00-07:00"),
            byEmail("2002-10-23T15:00:00-07:00")),

    /** Received on Monday 18 November 2002; the tenth day is Thanksgiving, Thursday the 28th, and Friday is none. */
    THANKSGIVING_AS_TENTH_DAY(
            "2002-11-18T16:00:00-08:00",
            byHand("2002-11-18T15:00:00-08:00", "2002-11-18", "2002-11-29", "2002-11-30T00:00:00-08:00"),
            byCourier("2002-11-18T00:00:00-08:00", "2002-11-18", "2002-11-29", "2002-11-30T00:00:00-08:00"),
            byFax("2002-11-18T15:59:59-08:00", "2002-11-18", "2002-11-29", "2002-11-30T00:00:00-08:00"),
            registered("2002-11-13T09:00:00-08:00", "2002-11-18", "2002-11-29", "2002-11-30T00:00:00-08:00"),
            certified("2002-11-13T23:59:59-08:00", "2002-11-18", "2002-11-29", "2002-11-30T00:00:00-08:00"),
            ordinary("2002-11-13T09:00:00-08:00"),
            byEmail("2002-11-18T15:00:00-08:00")),

    /** On the way over Thanksgiving, Thursday 27 November 2003. */
    OVER_THANKSGIVING(
            "2003-11-28T16:00:00-08:00",
            // Wednesday the 26th, and Saturday 6 December
            byHand("2003-11-26T15:00:00-08:00", "2003-11-26", "2003-12-06", "2003-12-07T00:00:00-08:00"),
            // Friday the 28th, and Monday 8 December
            byCourier("2003-11-28T09:00:00-08:00", "2003-11-28", "2003-12-08", "2003-12-09T00:00:00-08:00"),
            // on the holiday itself, and Sunday 7 December
            byFax("2003-11-27T18:00:00-08:00", "2003-11-27", "2003-12-08", "2003-12-09T00:00:00-08:00"),
            // Tuesday the 25th; Wednesday, Friday and Monday 1 December
            registered("2003-11-25T09:00:00-08:00", "2003-12-01", "2003-12-11", "2003-12-12T00:00:00-08:00"),
            certified("2003-11-25T23:59:59-08:00", "2003-12-01", "2003-12-11", "2003-12-12T00:00:00-08:00"),
            ordinary("2003-11-25T09:00:00-08:00"),
            byEmail("2003-11-28T15:00:00-08:00"));

    /**
     * One notice.
     *
     * @param receivedOn with the other two null where no window opens
     * @param closesAt the first instant that is too late
     */
    public record Notice(Delivery delivery, String receivedOn, String lastDay, Instant closesAt) {}

    private final Instant recordedAt;
    private final List<Notice> notices;

    Season(String recordedAt, Notice... notices) {
        this.recordedAt = at(recordedAt);
        this.notices = List.of(notices);
    }

    /** When all of it is recorded. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** By hand, courier, facsimile, registered, certified and ordinary mail, and e-mail. */
    public List<Notice> notices() {
        return notices;
    }

    private static Notice byHand(String at, String receivedOn, String lastDay, String closesAt) {
        return new Notice(Delivery.personal(at(at)), receivedOn, lastDay, at(closesAt));
    }

    private static Notice byCourier(String at, String receivedOn, String lastDay, String closesAt) {
        return new Notice(Delivery.courier(at(at)), receivedOn, lastDay, at(closesAt));
    }

    private static Notice byFax(String at, String receivedOn, String lastDay, String closesAt) {
        return new Notice(Delivery.fax(at(at).minusSeconds(60), at(at)), receivedOn, lastDay, at(closesAt));
    }

    private static Notice registered(String at, String receivedOn, String lastDay, String closesAt) {
        return new Notice(Delivery.mail(at(at), Service.REGISTERED, null), receivedOn, lastDay, at(closesAt));
    }

    private static Notice certified(String at, String receivedOn, String lastDay, String closesAt) {
        return new Notice(Delivery.mail(at(at), Service.CERTIFIED, null), receivedOn, lastDay, at(closesAt));
    }

    private static Notice ordinary(String at) {
        return new Notice(Delivery.mail(at(at), Service.ORDINARY, null), null, null, null);
    }

    private static Notice byEmail(String at) {
        return new Notice(Delivery.unlisted("EMAIL", null, at(at)), null, null, null);
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }
}
