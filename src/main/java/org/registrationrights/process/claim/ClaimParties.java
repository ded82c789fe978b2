package org.registrationrights.process.claim;

import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimantRole;
import org.registrationrights.indemnity.IndemnityClaim;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.piggyback.Closings;
import org.registrationrights.register.Holder;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Who stands behind the names in a claim, and who may see it. */
@Component
public class ClaimParties {

    private static final String UNDERWRITER = "UNDERWRITER";

    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final Closings closings;
    private final Agreement agreement;
    private final CurrentUser user;

    ClaimParties(
            OfferingRepository offerings,
            RegisterRepository register,
            Closings closings,
            Agreement agreement,
            CurrentUser user) {
        this.offerings = offerings;
        this.register = register;
        this.closings = closings;
        this.agreement = agreement;
        this.user = user;
    }

    /** @throws Refusal for a Holder whom nobody knows, and where a name is missing */
    String claimant(ClaimEntry entry, Offering offering) {
        return switch (entry.claimantRole()) {
            case COMPANY -> IndemnityClaim.COMPANY;
            case HOLDER -> holder(Variables.CLAIMANT, entry.claimant());
            case UNDERWRITER -> underwriter(entry.claimant() == null ? UNDERWRITER : entry.claimant(), offering);
            default -> Refusal.required(Variables.CLAIMANT, entry.claimant(), Clause.S3_1_A);
        };
    }

    /** @throws Refusal for another Holder's person without a Holder whom somebody knows */
    String claimantOf(ClaimEntry entry, Offering offering) {
        return entry.claimantRole() == ClaimantRole.HOLDER_PERSON && entry.claimantOf() != null
                ? holder(Variables.CLAIMANT_OF, entry.claimantOf())
                : underwriter(entry.claimantOf(), offering);
    }

    /** @throws Refusal for one who is neither the Company nor a Holder */
    String indemnitor(ClaimEntry entry) {
        return entry.indemnitor().equals(IndemnityClaim.COMPANY)
                ? IndemnityClaim.COMPANY
                : holder(Variables.INDEMNITOR, entry.indemnitor());
    }

    /** @throws Refusal for one whom nobody knows: a slip of the pen would change who pays */
    String informationFrom(String field, String entered, String claimant, String claimantOf, Offering offering) {
        String name = underwriter(entered, offering);
        if (name == null || name.equals(IndemnityClaim.COMPANY) || name.equals(claimant)) {
            return name;
        }
        return name.equals(offering.managingUnderwriter()) || name.equals(claimantOf) ? name : holder(field, name);
    }

    private String underwriter(String name, Offering offering) {
        if (!UNDERWRITER.equals(name)) {
            return name;
        }
        if (offering.managingUnderwriter() == null) {
            throw Refusal.invalid(
                    Variables.CLAIMANT,
                    "is required: " + offering.id() + " has no managing underwriter",
                    Clause.S3_1_A);
        }
        return offering.managingUnderwriter();
    }

    private String holder(String field, String id) {
        Refusal.required(field, id, Clause.S3_1_A);
        return register.holders().stream()
                .map(Holder::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(field, "nobody knows " + id));
    }

    /** As people read it. */
    public String name(String party) {
        if (party.equals(IndemnityClaim.COMPANY)) {
            return agreement.company().name();
        }
        return register.holders().stream()
                .filter(holder -> holder.id().equals(party))
                .findFirst()
                .map(Holder::name)
                .orElse(party);
    }

    public boolean isHolder(String party) {
        return register.holders().stream().anyMatch(holder -> holder.id().equals(party));
    }

    /** Whether the shares on which the indemnity hangs were registered: 1.6 makes effectiveness a part of that. */
    boolean sharesRegistered(Claim claim) {
        Offering offering = offerings.get(claim.offeringId());
        if (offering.registration().effectiveAt() == null) {
            return false;
        }
        String holder = claim.againstCompany() ? claim.claimingHolder() : claim.indemnitor();
        return holder != null && isHolder(holder)
                ? isRegistered(offering, holder)
                : closings.covered(offering).registered().values().stream().anyMatch(shares -> shares.signum() > 0);
    }

    boolean isRegistered(Offering offering, String holderId) {
        var shares = closings.covered(offering).registered().get(holderId);
        return shares != null && shares.signum() > 0;
    }

    /** Counsel and finance see all claims, the managing underwriter those that it makes itself, and nobody else any. */
    public boolean maySee(Claim claim) {
        return seesAll()
                || user.isIn("underwriter")
                        && claim.claimantRole() == ClaimantRole.UNDERWRITER
                        && claim.claimant()
                                .equals(offerings.get(claim.offeringId()).managingUnderwriter());
    }

    /** @throws Refusal where the underwriter's desk makes a claim for another */
    void checkMayMake(Claim claim) {
        if (user.isIn("underwriter") && !maySee(claim)) {
            throw Refusal.invalid(
                    Variables.CLAIMANT_ROLE, "the managing underwriter makes its own claims only", Clause.S3_1_A);
        }
    }

    private boolean seesAll() {
        return user.isIn("counsel") || user.isIn("finance");
    }
}
