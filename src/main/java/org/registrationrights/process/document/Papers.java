package org.registrationrights.process.document;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.document.Addressee;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Pdf;
import org.registrationrights.document.Typesetter;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.springframework.stereotype.Component;

/** Draws up the papers of an offering, at once and in the transaction of the step that they belong to. */
@Component
public class Papers {

    private final DocumentRepository documents;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Papers(DocumentRepository documents, Agreement agreement, CaseNotes caseFile, CurrentUser user, Clock clock) {
        this.documents = documents;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Draws up a paper, once: a step that is repeated finds it.
     *
     * @param which tells it from others of its kind in the same offering, such as the round that it rests on
     * @param to null for one that goes to nobody
     */
    public void drawUp(
            String offeringId, DocumentKind kind, Object which, Addressee to, Function<Heading, Draft> words) {
        String id = offeringId + ":" + kind.slug() + ":" + which;
        if (documents.exists(id)) {
            return;
        }
        Instant now = clock.instant();
        Pdf pdf = typeset(words.apply(new Heading(id, agreement.day(now), to)));
        documents.insert(
                new Document(id, offeringId, null, kind, now, user.id(), pdf.sha256(), Pdf.MEDIA_TYPE, pdf.pages()),
                pdf.bytes());
        caseFile.on(offeringId, kind.clause())
                .document(id, pdf.sha256())
                .result("pages", pdf.pages())
                .write(kind.title() + " drawn up");
    }

    private static Pdf typeset(Draft draft) {
        try (Typesetter typesetter = new Typesetter()) {
            return typesetter.typeset(draft);
        }
    }
}
