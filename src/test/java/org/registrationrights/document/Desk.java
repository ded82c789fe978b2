package org.registrationrights.document;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Agreement.Party;
import org.registrationrights.agreement.Policies;

/** Where letters are drawn up in tests, typeset and read back. */
public final class Desk {

    public static final LocalDate AGREEMENT = LocalDate.parse("2001-06-22");
    public static final Stationery STATIONERY = stationery(null);

    private Desk() {}

    public static Stationery stationery(Path joinderForm) {
        return new Stationery(
                new Agreement(
                        new Party(
                                "Sample Company, Inc.",
                                List.of("100 Example Street", "Ventura, California 93003"),
                                "(805) 555-0100",
                                "Corporate Secretary"),
                        new Party(
                                "Sample Counsel LLP",
                                List.of("200 Example Center Drive", "Costa Mesa, California 92626"),
                                "(714) 555-0100",
                                "Registration rights"),
                        AGREEMENT,
                        null,
                        Map.of(AGREEMENT, Policies.DEFAULTS)),
                joinderForm);
    }

    /** Of a letter to a Holder with accents in its name. */
    public static Heading heading(String reference) {
        return new Heading(
                reference,
                LocalDate.parse("2002-01-10"),
                new Addressee(
                        "Zoë Břízová-Škoda & Søn <Trust>",
                        List.of("14 Quarry Lane", "Ventura, California 93001"),
                        "By first-class mail, postage prepaid, registered or certified"));
    }

    /** The page's text; the page itself is left to be looked at. */
    public static String read(Draft draft) {
        return PdfText.of(draft.kind().slug(), pdf(draft).bytes());
    }

    public static Pdf pdf(Draft draft) {
        try (Typesetter typesetter = new Typesetter()) {
            return typesetter.typeset(draft);
        }
    }
}
