package org.registrationrights.process.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.document.MergedPdf;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.Mailing;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the letters of an offering together. Batch by batch they are typeset, written out and forgotten, so that
 * neither the heap nor a transaction grows with their number.
 */
@Component
public class Mailings {

    /** Letters per transaction. */
    private static final int BATCH = 100;

    private interface Printer {
        void print(Dispatch letter, Document document) throws IOException;
    }

    private final OfferingRepository offerings;
    private final DispatchRepository dispatches;
    private final DocumentRepository documents;
    private final LetterPress press;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Mailings(
            OfferingRepository offerings,
            DispatchRepository dispatches,
            DocumentRepository documents,
            LetterPress press,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.dispatches = dispatches;
        this.documents = documents;
        this.press = press;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Puts all letters of the kind that are in no mailing yet into one.
     *
     * @throws Refusal where there are none
     */
    @Transactional
    public Mailing create(String offeringId, DocumentKind kind) {
        offerings.lock(offeringId);
        Mailing mailing = dispatches.mail(offeringId, kind, clock.instant(), user.id());
        caseFile.on(offeringId, kind.clause())
                .input("kind", kind)
                .result("mailing", mailing.number())
                .result("letters", mailing.letters())
                .write("Letters put into a mailing");
        return mailing;
    }

    /** One PDF of all letters of a mailing, in the order of its manifest. */
    public void print(Mailing mailing, OutputStream out) throws IOException {
        try (MergedPdf merged = new MergedPdf(out)) {
            each(mailing, (letter, document) -> merged.add(documents.bytes(document.id())));
        }
    }

    /** Who gets which pages of the print, and how. */
    public void manifest(Mailing mailing, Appendable out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "dispatchId",
                        "holderId",
                        "name",
                        "street",
                        "city",
                        "state",
                        "zip",
                        "fax",
                        "way",
                        "addressedOn",
                        "firstPage",
                        "lastPage",
                        "sha256")
                .get();
        CSVPrinter rows = new CSVPrinter(out, format);
        int[] page = {0};
        each(mailing, (letter, document) -> {
            rows.printRecord(
                    letter.id(),
                    letter.holderId(),
                    letter.name(),
                    letter.street(),
                    letter.city(),
                    letter.state(),
                    letter.zip(),
                    letter.fax(),
                    letter.way(),
                    letter.addressedOn(),
                    page[0] + 1,
                    page[0] + document.pages(),
                    document.sha256());
            page[0] += document.pages();
        });
        rows.flush();
    }

    private void each(Mailing mailing, Printer printer) {
        for (int offset = 0; offset < mailing.letters(); offset += BATCH) {
            List<Dispatch> letters = dispatches.printed(mailing, offset, BATCH);
            Map<String, Document> typeset = press.documents(letters);
            for (Dispatch letter : letters) {
                try {
                    printer.print(letter, typeset.get(letter.id()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
