package org.registrationrights.process.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.casefile.CaseChainRepository;
import org.registrationrights.casefile.CaseFileLetters;
import org.registrationrights.casefile.CaseFilePart;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.casefile.FiledEntry;
import org.registrationrights.document.Heading;
import org.registrationrights.document.MergedPdf;
import org.registrationrights.document.Typesetter;
import org.springframework.stereotype.Component;

/** Prints a case file part by part, each with page numbers of its own, so that none is too long to be typeset. */
@Component
public class CaseFilePrint {

    static final int ENTRIES = 200;

    private final CaseFileRepository caseFile;
    private final CaseChainRepository chain;
    private final CaseFileLetters letters;
    private final Agreement agreement;
    private final Clock clock;

    CaseFilePrint(
            CaseFileRepository caseFile,
            CaseChainRepository chain,
            CaseFileLetters letters,
            Agreement agreement,
            Clock clock) {
        this.caseFile = caseFile;
        this.chain = chain;
        this.letters = letters;
        this.agreement = agreement;
        this.clock = clock;
    }

    /** @param of whose it is, in words */
    public void print(CaseSubject subject, String of, OutputStream out) throws IOException {
        LocalDate today = agreement.day(clock.instant());
        CaseChainRepository.End end = chain.end();
        long entries = caseFile.count(subject);
        int parts = (int) Math.max(1, (entries + ENTRIES - 1) / ENTRIES);
        Iterator<FiledEntry> filed = caseFile.read(subject).limit(entries).iterator();
        try (Typesetter typesetter = new Typesetter()) {
            MergedPdf print = new MergedPdf(out);
            for (int part = 1; part <= parts; part++) {
                CaseFilePart content = CaseFilePart.of(
                        of,
                        part,
                        parts,
                        entries,
                        (part - 1L) * ENTRIES + 1,
                        agreement.zone(),
                        end.position(),
                        end.sha256(),
                        next(filed));
                String reference = "Case file of " + of + (parts == 1 ? "" : ", part " + part + " of " + parts);
                print.add(typesetter
                        .typeset(letters.print(new Heading(reference, today, null), content))
                        .bytes());
            }
            // only now: what breaks off must not look complete
            print.close();
        }
    }

    private static List<FiledEntry> next(Iterator<FiledEntry> filed) {
        List<FiledEntry> next = new ArrayList<>();
        while (next.size() < ENTRIES && filed.hasNext()) {
            next.add(filed.next());
        }
        return next;
    }
}
