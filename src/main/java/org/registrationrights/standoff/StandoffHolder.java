package org.registrationrights.standoff;

import java.time.LocalDate;

/**
 * One Holder in one stand-off: whom the request is for, and whether it signed (7). The covenant binds it without a lock-up
 * too.
 *
 * @param drawnUp whether the request to it is drawn up
 * @param lockup null until it has signed
 * @param givenUpGround why nobody follows it up any longer; null while somebody does
 * @param settled whether the request has reached it and it has signed, or it is given up
 * @param processInstanceId of its follow-up; null while there is none
 */
public record StandoffHolder(
        Key key, boolean drawnUp, Lockup lockup, String givenUpGround, boolean settled, String processInstanceId) {

    public record Key(String standoffId, String holderId) {

        /** The key of a process instance, by its business key. */
        public static Key of(String businessKey) {
            int colon = businessKey.indexOf(':');
            return new Key(businessKey.substring(0, colon), businessKey.substring(colon + 1));
        }

        /** The business key of the Holder's follow-up. */
        public String businessKey() {
            return standoffId + ":" + holderId;
        }

        /** The dispatch id of the request. */
        public String requestId() {
            return businessKey() + ":request";
        }
    }

    /** The day on which the lock-up shows that the request had reached the Holder; null without one. */
    public LocalDate signedOn() {
        return lockup == null ? null : lockup.signedOn();
    }
}
