package org.registrationrights.suspension;

/**
 * One Holder in one event: covered by the statement, told, and free again by its own receipt (2.6, 4(c)).
 *
 * @param prospectusSent whether the copies of the corrected prospectus are drawn up for it
 */
public record HolderSuspension(Key key, State state, String processInstanceId, boolean prospectusSent) {

    public enum State {
        /** Listed; its process instance is still to be started. */
        LISTED,
        RUNNING,
        /** Free as far as this event goes. */
        RELEASED
    }

    public record Key(String eventId, String holderId) {

        /** The key of a process instance, by its business key. */
        public static Key of(String businessKey) {
            int colon = businessKey.indexOf(':');
            return new Key(businessKey.substring(0, colon), businessKey.substring(colon + 1));
        }

        /** The business key of the Holder's own process instance. */
        public String businessKey() {
            return eventId + ":" + holderId;
        }

        /** The dispatch id of the notice under 4(c). */
        public String noticeId() {
            return businessKey() + ":notice";
        }

        /** The dispatch id of the copies that go out for this event's correction. */
        public String prospectusId() {
            return businessKey() + ":prospectus";
        }
    }
}
