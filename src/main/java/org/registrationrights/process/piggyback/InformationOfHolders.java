package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.registrationrights.offering.HolderInformation;
import org.registrationrights.offering.InformationDecision;
import org.registrationrights.offering.InformationDecision.Kind;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRequest;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SellingHolderTable;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.register.Holder;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What included Holders furnish for the registration statement (2.4): asked for, taken in, or decided on without. */
@Component
@Transactional
@Implements(Clause.S2_4_A)
public class InformationOfHolders {

    private static final Set<Phase> UNALLOCATED = Set.of(Phase.ELECTION, Phase.ALLOCATION);

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final InformationRepository information;
    private final Exclusions exclusions;
    private final RequestingHolders requesting;
    private final RegisterRepository register;
    private final Agreement agreement;
    private final Deadlines deadlines;
    private final OfferingCorrespondence letters;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    InformationOfHolders(
            OfferingRepository offerings,
            AllocationRepository allocations,
            InformationRepository information,
            Exclusions exclusions,
            RequestingHolders requesting,
            RegisterRepository register,
            Agreement agreement,
            Deadlines deadlines,
            OfferingCorrespondence letters,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.information = information;
        this.exclusions = exclusions;
        this.requesting = requesting;
        this.register = register;
        this.agreement = agreement;
        this.deadlines = deadlines;
        this.letters = letters;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** Asks each included Holder that was not asked before: an allocation that is done again may include others. */
    public void request(String offeringId) {
        Map<String, InformationRequest> before = information.requests(offeringId);
        List<String> asked = allocations.included(offeringId).stream()
                .map(Line::holderId)
                .filter(holderId -> !before.containsKey(holderId))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate dueOn = agreement.day(now).plus(deadlines.information());
        information.request(offeringId, asked, now, dueOn);
        caseFile.on(offeringId, Clause.S2_4_A)
                .result("asked", asked)
                .result("dueOn", dueOn)
                .write("Information of Holders requested");
        letters.informationRequests(offeringId, asked, dueOn);
    }

    /**
     * Requests to included Holders that the offering still waits for. What is stored from now on finds the instance
     * waiting that asks here.
     */
    public List<InformationRequest> missing(String offeringId) {
        offerings.lock(offeringId);
        Map<String, InformationRequest> requests = information.requests(offeringId);
        return allocations.included(offeringId).stream()
                .map(line -> requests.get(line.holderId()))
                .filter(InformationRequest::missing)
                .toList();
    }

    /**
     * Stores what Holders furnished, whatever the state: what comes after the filing may ask for an amendment (2.5).
     *
     * @throws Refusal for a Holder that was not asked, one that is there twice, and a withdrawn offering
     */
    public void furnish(String offeringId, List<HolderInformation> furnished) {
        Offering offering = lockOpen(offeringId);
        LocalDate determinedOn = dates.day(offering.determinedAt());
        Map<String, BigInteger> offered =
                allocations.included(offeringId).stream().collect(Collectors.toMap(Line::holderId, Line::allocated));
        Map<String, InformationRequest> requests = information.requests(offeringId);
        each("information", furnished, HolderInformation::holderId, one -> {
            InformationRequest request = asked(one.holderId(), requests, offeringId);
            Input.checked("sharesOwned", one.sharesOwned());
            one.sharesAfter(offered.getOrDefault(one.holderId(), BigInteger.ZERO));
            dates.notInFuture("signedOn", one.signedOn());
            dates.notBefore("signedOn", one.signedOn(), determinedOn, "the determination");
            int version = information.add(offeringId, one, clock.instant(), user.id());
            information.update(offeringId, request.furnished());
            exclusions.informationSettled(offeringId, one.holderId());
            caseFile.on(new ElectionKey(offeringId, one.holderId()), Clause.S2_4_A)
                    .input("information", one)
                    .result("version", version)
                    .result("filedBefore", offering.registration().filedOn())
                    .write("Information of the Holder recorded");
        });
    }

    /**
     * Stores what counsel decides where information did not come.
     *
     * @throws Refusal for a Holder whose time is not over or whose information is there, and once the statement is filed
     */
    public void decide(String offeringId, List<InformationDecision> decisions) {
        Offering offering = lockOpen(offeringId);
        if (offering.registration().filedOn() != null) {
            throw Refusal.conflict("offeringId", offeringId + " is filed", Clause.S2_4_A);
        }
        LocalDate today = dates.day(clock.instant());
        Map<String, InformationRequest> requests = information.requests(offeringId);
        each("decisions", decisions, InformationDecision::holderId, one -> {
            InformationRequest request =
                    asked(one.holderId(), requests, offeringId).decided(one, today);
            information.add(offeringId, one, clock.instant(), user.id());
            information.update(offeringId, request);
            if (one.decision() != Kind.HOLD_OUT) {
                exclusions.informationSettled(offeringId, one.holderId());
            } else if (requesting.takesPart(offeringId, one.holderId())) {
                exclusions.leaveOut(
                        offeringId, new HolderExclusion(one.holderId(), Reason.NO_INFORMATION, one.ground()));
            }
            caseFile.on(new ElectionKey(offeringId, one.holderId()), Clause.S2_4_A)
                    .input("decision", one)
                    .result("request", request)
                    .write("Missing information of the Holder decided on");
        });
    }

    /** @throws Refusal before the shares of Holders are allocated */
    public SellingHolderTable sellingHolders(String offeringId) {
        Offering offering = offerings.get(offeringId);
        boolean allocated = allocations
                .find(offeringId)
                .map(round -> round.approvedBy() != null)
                .orElse(!UNALLOCATED.contains(offering.phase()));
        if (!allocated) {
            throw Refusal.conflict(
                    "offeringId", "the shares of Holders in " + offeringId + " are not allocated yet", Clause.S2_3_C);
        }
        return SellingHolderTable.of(
                allocations.included(offeringId),
                register.holders().stream().collect(Collectors.toMap(Holder::id, Holder::name)),
                information.requests(offeringId),
                information.latest(offeringId));
    }

    private Offering lockOpen(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() == Phase.WITHDRAWN) {
            throw Refusal.conflict("offeringId", offeringId + " is withdrawn", Clause.S8_A);
        }
        return offering;
    }

    private static InformationRequest asked(
            String holderId, Map<String, InformationRequest> requests, String offeringId) {
        InformationRequest request = requests.get(holderId);
        if (request == null) {
            throw Refusal.unknown("holderId", holderId + " is not asked for information in offering " + offeringId);
        }
        return request;
    }

    /** Takes line by line; a refusal names the line. */
    private static <T> void each(String list, List<T> lines, Function<T, String> holderId, Consumer<T> taker) {
        if (lines.isEmpty()) {
            throw Refusal.invalid(list, "needs at least one Holder", Clause.S2_4_A);
        }
        Input.withoutGaps(list, lines);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            T line = lines.get(i);
            try {
                if (!seen.add(holderId.apply(line))) {
                    throw Refusal.invalid("holderId", holderId.apply(line) + " is there twice");
                }
                taker.accept(line);
            } catch (Refusal refused) {
                throw refused.within(list + "[" + i + "]");
            }
        }
    }
}
