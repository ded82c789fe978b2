package org.registrationrights.casefile;

import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** A case file as counsel prints it. */
@Component
public class CaseFileLetters {

    private final Stationery stationery;

    CaseFileLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft print(Heading heading, CaseFilePart part) {
        return stationery.paper(DocumentKind.CASE_FILE, heading, part);
    }
}
