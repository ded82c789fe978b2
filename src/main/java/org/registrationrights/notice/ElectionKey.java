package org.registrationrights.notice;

/** One Holder's election in one offering. */
public record ElectionKey(String offeringId, String holderId) {

    /** The business key of the election's own process instance. */
    public String businessKey() {
        return offeringId + ":" + holderId;
    }
}
