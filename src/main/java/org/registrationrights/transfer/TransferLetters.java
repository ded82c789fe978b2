package org.registrationrights.transfer;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** The joinder that a transferee executes, on the agreement's own form (6, Exhibit A). */
@Component
public class TransferLetters {

    /**
     * The blanks of the form.
     *
     * @param dated null where the transferee is to date it
     * @param fax null where there is none
     */
    public record Joinder(
            String transferor,
            BigInteger shares,
            LocalDate dated,
            String name,
            String street,
            String city,
            String state,
            String zip,
            String fax) {}

    private final Stationery stationery;

    TransferLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft joinder(Joinder joinder) {
        return stationery.form(DocumentKind.JOINDER, joinder);
    }
}
