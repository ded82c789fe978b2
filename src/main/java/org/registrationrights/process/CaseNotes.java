package org.registrationrights.process;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.ElectionKey;
import org.springframework.stereotype.Component;

/** Writes case-file entries as a step of a process happens: by the user at work, at the clock's instant. */
@Component
public class CaseNotes {

    private final CaseFileRepository caseFile;
    private final CurrentUser user;
    private final Clock clock;

    CaseNotes(CaseFileRepository caseFile, CurrentUser user, Clock clock) {
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    public Note on(String offeringId, Clause clause) {
        return on(CaseSubject.offering(offeringId), clause);
    }

    public Note on(ElectionKey election, Clause clause) {
        return on(CaseSubject.offering(election.offeringId()).of(election.holderId()), clause);
    }

    /** For what concerns a Holder in no offering, or a matter of its own. */
    public Note on(CaseSubject subject, Clause clause) {
        return new Note(subject, clause);
    }

    /** Many entries on one event. */
    public void write(List<Note> notes, String event) {
        caseFile.append(notes.stream().map(note -> note.entry(event)).toList());
    }

    /** An entry in the making; {@link #write} ends it. */
    public final class Note {

        private final CaseSubject subject;
        private final Clause clause;
        private final Map<String, Object> inputs = new LinkedHashMap<>();
        private final Map<String, Object> result = new LinkedHashMap<>();
        private final Map<String, String> documents = new LinkedHashMap<>();
        private Map<String, String> policies = Map.of();
        private Instant happenedAt = clock.instant();

        private Note(CaseSubject subject, Clause clause) {
            this.subject = subject;
            this.clause = clause;
        }

        public Note input(String name, Object value) {
            inputs.put(name, value);
            return this;
        }

        public Note result(String name, Object value) {
            result.put(name, value);
            return this;
        }

        /**
         * A document that the fact rests on or brought about.
         *
         * @param sha256 of its bytes, in hexadecimal digits
         */
        public Note document(String id, String sha256) {
            documents.put(id, sha256);
            return this;
        }

        /** How the result came about. */
        public Note steps(List<Step> steps) {
            return result("steps", steps);
        }

        public Note policies(Map<String, String> used) {
            policies = used;
            return this;
        }

        /** Where the fact is older than its record. */
        public Note happened(Instant at) {
            happenedAt = at;
            return this;
        }

        public void write(String event) {
            caseFile.append(entry(event));
        }

        private CaseEntry entry(String event) {
            return new CaseEntry(
                    subject,
                    clause,
                    event,
                    user.id(),
                    happenedAt,
                    clock.instant(),
                    inputs,
                    policies,
                    result,
                    documents);
        }
    }
}
