package org.registrationrights.process.standoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.BindingReceipt;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days on which a stand-off keeps each of its Holders (7), worked out each time from the evidence of what reached whom.
 * A request binds like a stop: from its actual receipt, or from the day on which mail is deemed received.
 */
@Component
@Transactional(readOnly = true)
public class StandoffPeriods {

    /**
     * A Holder's own days.
     *
     * @param receivedOn the day on which the request reached it; null while nothing shows it
     * @param firstDay null, as {@code lastDay} is, where it is not bound
     */
    public record Period(StandoffHolder holder, LocalDate receivedOn, LocalDate firstDay, LocalDate lastDay) {

        public boolean isRestricted(LocalDate day) {
            return firstDay != null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    private final StandoffHolderRepository holders;
    private final ProofOfServiceRepository papers;
    private final Agreement agreement;
    private final Holidays holidays;

    StandoffPeriods(
            StandoffHolderRepository holders, ProofOfServiceRepository papers, Agreement agreement, Holidays holidays) {
        this.holders = holders;
        this.papers = papers;
        this.agreement = agreement;
        this.holidays = holidays;
    }

    /** By Holder id. */
    public List<Period> all(Standoff standoff) {
        Map<String, ProofOfService> requests = papers.allOf(standoff.id() + ":").stream()
                .collect(Collectors.toMap(ProofOfService::dispatchId, Function.identity()));
        return holders.ofStandoff(standoff.id()).stream()
                .map(holder -> period(
                        standoff,
                        holder,
                        receivedOn(standoff, holder, requests.get(holder.key().requestId()))))
                .toList();
    }

    private Period period(Standoff standoff, StandoffHolder holder, LocalDate receivedOn) {
        if (receivedOn == null) {
            return new Period(holder, null, null, null);
        }
        MarketStandoff period = of(standoff, receivedOn);
        return new Period(holder, receivedOn, period.firstRestrictedDay(), period.lastRestrictedDay());
    }

    /** Null where nothing shows that the request has reached the Holder, or will by 11.1. */
    LocalDate receivedOn(Standoff standoff, StandoffHolder holder) {
        return receivedOn(
                standoff, holder, papers.find(holder.key().requestId()).orElse(null));
    }

    private LocalDate receivedOn(Standoff standoff, StandoffHolder holder, ProofOfService request) {
        LocalDate arrivedOn = null;
        if (request != null) {
            BindingReceipt receipt = BindingReceipt.of(request, holidays, terms(standoff), policies(standoff));
            arrivedOn = receipt.binding() == null ? null : agreement.day(receipt.binding());
        }
        // who signs what is asked for has been asked
        return Stream.of(arrivedOn, holder.signedOn())
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    MarketStandoff of(Standoff standoff, LocalDate receivedOn) {
        return standoff.period(receivedOn, terms(standoff), policies(standoff));
    }

    AgreementTerms terms(Standoff standoff) {
        return agreement.termsAsOf(standoff.requestedOn());
    }

    Policies policies(Standoff standoff) {
        return agreement.policiesAsOf(standoff.requestedOn());
    }
}
