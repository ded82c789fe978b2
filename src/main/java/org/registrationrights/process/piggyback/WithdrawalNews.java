package org.registrationrights.process.piggyback;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.request.RequestProcess;
import org.springframework.stereotype.Component;

/** Tells all that runs in an offering and beside it that it is withdrawn, and has its costs settled (8, 5). */
@Component
@Implements(Clause.S8_A)
public class WithdrawalNews {

    private final Waiting waiting;
    private final RequestProcess requests;
    private final SettlementProcess settlement;

    WithdrawalNews(Waiting waiting, RequestProcess requests, SettlementProcess settlement) {
        this.waiting = waiting;
        this.requests = requests;
        this.settlement = settlement;
    }

    public void tell(String offeringId) {
        // the offering first: it may still begin obligations
        waiting.tellOffering(offeringId, Messages.REGISTRATION_WITHDRAWN);
        waiting.tellOffering(offeringId, Messages.SALE_CALLED_OFF);
        requests.tellWithdrawal(offeringId);
        settlement.beginAfterWithdrawal(offeringId);
    }
}
