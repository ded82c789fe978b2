package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.UnderwriterRepository;
import org.registrationrights.offering.UnderwriterRepository.Replacement;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replaces the managing underwriter. From then on the new one may limit (2.3), requires its own underwriting agreement
 * (2.2, 4(f)) and may ask for the stand-off (7); before the filing its judgment of the market is asked for anew.
 */
@Component
@Implements({Clause.S2_3_A, Clause.S2_2_A, Clause.S4_F})
public class ManagingUnderwriters {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EVIDENCE = 500;

    private final OfferingRepository offerings;
    private final UnderwriterRepository underwriters;
    private final SignatureRepository signatures;
    private final StandingAllocation allocation;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    ManagingUnderwriters(
            OfferingRepository offerings,
            UnderwriterRepository underwriters,
            SignatureRepository signatures,
            StandingAllocation allocation,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.underwriters = underwriters;
        this.signatures = signatures;
        this.allocation = allocation;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal where the offering is not underwritten or over, for the same name, and for a day out of order */
    @Transactional
    public void replace(String offeringId, Replacement replacement) {
        Offering offering = offerings.lock(offeringId);
        check(offering, replacement);
        underwriters.replace(offeringId, replacement, clock.instant(), user.id());
        boolean anew = offering.phase().isBeforeFiling() && offering.phase() != Phase.ELECTION;
        if (anew) {
            allocation.overtake(offeringId, false);
            signatures.discard(offeringId);
            offerings.signedByCompany(offeringId, null, null);
            offerings.enter(offeringId, Phase.ALLOCATION);
        }
        caseFile.on(offeringId, Clause.S2_3_A)
                .input("before", offering.managingUnderwriter())
                .input("replacement", replacement)
                .result("allocationDoneAgain", anew)
                .write("Managing underwriter replaced");
    }

    private void check(Offering offering, Replacement replacement) {
        if (!offering.underwritten()) {
            throw Refusal.conflict("offeringId", offering.id() + " is not underwritten", Clause.S4_F);
        }
        if (offering.phase() == Phase.WITHDRAWN || offering.phase() == Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict(
                    "offeringId", offering.id() + " is over: its phase is " + offering.phase(), Clause.S4_F);
        }
        String name = text("name", replacement.name(), LONGEST_NAME);
        text("evidence", replacement.evidence(), LONGEST_EVIDENCE);
        LocalDate since = Refusal.required("since", replacement.since(), Clause.S4_F);
        if (name.equals(offering.managingUnderwriter())) {
            throw Refusal.conflict("name", name + " is the managing underwriter already", Clause.S4_F);
        }
        dates.notInFuture("since", since);
        List<Replacement> before = underwriters.all(offering.id());
        if (before.isEmpty()) {
            dates.notBefore("since", since, dates.day(offering.determinedAt()), "the determination");
        } else {
            LocalDate latest = before.get(before.size() - 1).since();
            dates.notBefore("since", since, latest.plusDays(1), "the day after the last replacement");
        }
    }

    private static String text(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "is required", Clause.S4_F);
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "has more than " + longest + " characters", Clause.S4_F);
        }
        return Input.printable(field, text);
    }
}
