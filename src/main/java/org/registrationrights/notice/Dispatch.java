package org.registrationrights.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.register.Holder.NoticeMethod;

/**
 * A letter on its way to a Holder. It is addressed once, as of its day, whatever becomes of the address or is retried.
 *
 * @param id used once; evidence of delivery is recorded under it, and the letter is the document of this id
 * @param offeringId null where it belongs to none
 * @param way how it is meant to go out, among those that 11.1 gives an effective day; evidence tells how it did
 * @param addressedOn the day whose address of record it bears
 * @param fax null where the address of record has none
 * @param mailing in which it is printed; null while it is in none
 */
public record Dispatch(
        String id,
        String offeringId,
        String holderId,
        DocumentKind kind,
        NoticeMethod way,
        LocalDate addressedOn,
        String name,
        String street,
        String city,
        String state,
        String zip,
        String fax,
        Instant createdAt,
        String createdBy,
        Integer mailing) {

    /** The address as lines below the name. */
    public List<String> lines() {
        return List.of(street, city + ", " + state + " " + zip);
    }

    /** The way as the letter tells it. */
    public String wayInWords() {
        return switch (way) {
            case PERSONAL -> "By hand, against receipt";
            case FAX -> "By facsimile to " + fax;
            case MAIL -> "By first-class mail, postage prepaid, registered or certified";
        };
    }
}
