package org.registrationrights.process.request;

/** The variables that the diagram decides on or shows; what is asked for stands in the request's row. */
final class Variables {

    static final String OFFERING_ID = "offeringId";
    static final String OFFERING_NAME = "offeringName";
    static final String HOLDER_ID = "holderId";
    static final String HOLDER_NAME = "holderName";
    static final String KIND = "kind";
    static final String ASKED_FOR = "askedFor";
    static final String STATES = "states";
    static final String CONFIDENTIALITY_AGREEMENT = "confidentialityAgreement";
    static final String RECEIVED_ON = "receivedOn";
    static final String REQUEST_DUE_DATE = "requestDueDate";
    static final String REQUEST_GRANTED = "requestGranted";
    static final String REQUEST_FULFILLED = "requestFulfilled";
    static final String ANSWERS = "answers";
    static final String FULFILMENTS = "fulfilments";

    private Variables() {}
}
