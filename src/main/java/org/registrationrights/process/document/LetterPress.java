package org.registrationrights.process.document;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Pdf;
import org.registrationrights.document.Typesetter;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes documents of letters that have been drawn up: each is typeset once, when it is first wanted. */
@Component
public class LetterPress {

    private final DispatchRepository dispatches;
    private final DocumentRepository documents;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    LetterPress(
            DispatchRepository dispatches,
            DocumentRepository documents,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.dispatches = dispatches;
        this.documents = documents;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** The documents of these letters, by their ids, with their bytes in the case file by their hashes. */
    @Transactional
    public Map<String, Document> documents(List<Dispatch> letters) {
        Map<String, String> untypeset =
                dispatches.lockUntypeset(letters.stream().map(Dispatch::id).toList());
        if (!untypeset.isEmpty()) {
            try (Typesetter typesetter = new Typesetter()) {
                letters.stream()
                        .filter(letter -> untypeset.containsKey(letter.id()))
                        .forEach(letter -> typeset(letter, untypeset.get(letter.id()), typesetter));
            }
        }
        Map<String, Document> byId = new HashMap<>();
        documents.find(letters.stream().map(Dispatch::id).toList()).forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private void typeset(Dispatch letter, String words, Typesetter typesetter) {
        Pdf pdf = typesetter.typeset(new Draft(letter.kind(), words));
        documents.insert(
                new Document(
                        letter.id(),
                        letter.offeringId(),
                        letter.holderId(),
                        letter.kind(),
                        clock.instant(),
                        user.id(),
                        pdf.sha256(),
                        Pdf.MEDIA_TYPE,
                        pdf.pages()),
                pdf.bytes());
        caseFile.on(Correspondence.subject(letter), letter.kind().clause())
                .document(letter.id(), pdf.sha256())
                .result("pages", pdf.pages())
                .write(letter.kind().title() + " typeset");
    }
}
