package org.registrationrights.process.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.register.AddressChange;
import org.registrationrights.register.Holder;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.HolderAddress;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another address that a Holder designates by notice: from its day on, letters go there (11.1). */
@Component
@Implements({Clause.S11_1_B, Clause.S11_1_C})
public class AddressChanges {

    private static final int LONGEST = 200;

    private final RegisterRepository register;
    private final DispatchRepository dispatches;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    AddressChanges(
            RegisterRepository register,
            DispatchRepository dispatches,
            Agreement agreement,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.register = register;
        this.dispatches = dispatches;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Records the address, with its history kept.
     *
     * @param givenOn the day on which the notice of it was given
     * @return the letters that went to the address before although this one counted already, for a person to look at
     * @throws Refusal for what is missing or in the future, and for an address that does not count from a later day than
     *     the one before
     */
    @Transactional
    public List<Dispatch> change(HolderAddress address, LocalDate givenOn, Boolean copyToCounsel) {
        Holder holder = register.holder(address.holderId());
        check(address, holder, givenOn);
        register.change(new AddressChange(address, givenOn, copyToCounsel, clock.instant(), user.id()));
        List<Dispatch> missent = dispatches.since(holder.id(), address.validFrom()).stream()
                .filter(letter -> letter.offeringId() != null)
                .toList();
        dispatches
                .offeringsOf(holder.id())
                .forEach(offeringId -> caseFile.on(new ElectionKey(offeringId, holder.id()), Clause.S11_1_C)
                        .input("address", address)
                        .input("givenOn", givenOn)
                        .input("copyToCounsel", copyToCounsel)
                        .result(
                                "lettersToTheAddressBefore",
                                missent.stream()
                                        .filter(letter -> letter.offeringId().equals(offeringId))
                                        .map(Dispatch::id)
                                        .toList())
                        .write("Address of record changed by notice"));
        return missent;
    }

    private void check(HolderAddress address, Holder holder, LocalDate givenOn) {
        required("street", address.street());
        required("city", address.city());
        required("state", address.state());
        required("zip", address.zip());
        required("documentReference", address.documentReference());
        optional("fax", address.fax());
        optional("email", address.email());
        if (holder.preferredMethod() == NoticeMethod.FAX && address.fax() == null) {
            throw Refusal.invalid("fax", "is required: the Holder is notified by facsimile", Clause.S11_1_C);
        }
        LocalDate today = agreement.day(clock.instant());
        if (givenOn.isAfter(today)) {
            throw Refusal.invalid("givenOn", givenOn + " is in the future", Clause.S11_1_C);
        }
        if (address.validFrom().isBefore(givenOn)) {
            throw Refusal.invalid(
                    "validFrom", address.validFrom() + " is before the notice was given, " + givenOn, Clause.S11_1_C);
        }
    }

    private static void required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "is required", Clause.S11_1_C);
        }
        optional(field, text);
    }

    private static void optional(String field, String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw Refusal.invalid(field, "is no text of at most " + LONGEST + " characters", Clause.S11_1_C);
        }
        Input.printable(field, text);
    }
}
