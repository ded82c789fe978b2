package org.registrationrights.notice;

/** One Holder's election in one offering. */
public record ElectionKey(String offeringId, String holderId) {

    /** The election of a process instance, by its business key. */
    public static ElectionKey of(String businessKey) {
        int colon = businessKey.indexOf(':');
        return new ElectionKey(businessKey.substring(0, colon), businessKey.substring(colon + 1));
    }

    /** The business key of the election's own process instance. */
    public String businessKey() {
        return offeringId + ":" + holderId;
    }
}
