package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.document.Pdf;
import org.registrationrights.notice.CourtesyCopyRepository;
import org.registrationrights.notice.CourtesyCopyRepository.CourtesyCopy;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.Mailing;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.LetterPress;
import org.registrationrights.process.document.Mailings;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.register.Holder.NoticeMethod;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents are for those who work on cases: a user without a group sees none, and one who may not see the case sees the
 * papers that are drawn up for his own desk.
 */
@RestController
@RequestMapping("/api")
@PreAuthorize(DocumentsController.READERS)
@Tag(name = "Documents", description = "Letters and papers as they were drawn up")
class DocumentsController {

    static final String READERS = "hasAnyAuthority('counsel', 'corporate-secretary', 'holder-services', 'underwriter',"
            + " 'finance', 'transfer-agent', 'camunda-admin')";

    private static final Set<String> CASE_READERS =
            Set.of("counsel", "corporate-secretary", "holder-services", "camunda-admin");

    private static final Map<DocumentKind, Set<String>> FURTHER_READERS = Map.of(
            DocumentKind.ALLOCATION_SHEET, Set.of("underwriter", "finance"),
            DocumentKind.HOLDER_SCHEDULE, Set.of("underwriter"),
            DocumentKind.SELLING_HOLDER_TABLE, Set.of("underwriter"),
            DocumentKind.TRANSFER_INSTRUCTION, Set.of("transfer-agent"));

    private static final Set<DocumentKind> CONFIDENTIAL =
            Set.of(DocumentKind.CLAIM_NOTICE, DocumentKind.CLAIM_DEMAND, DocumentKind.ARBITRATION_DEMAND);

    private static final String CSV = "text/csv;charset=UTF-8";

    /**
     * A letter or paper. What is not typeset yet has neither hash nor pages; it is typeset when it is first asked for.
     *
     * @param dispatch how a letter to a Holder goes out; null for a paper
     */
    record DocumentView(
            String id,
            DocumentKind kind,
            String title,
            String clause,
            String holderId,
            Instant drawnUpAt,
            String drawnUpBy,
            String mediaType,
            String sha256,
            Integer pages,
            DispatchView dispatch) {

        static DocumentView of(Document document) {
            return new DocumentView(
                    document.id(),
                    document.kind(),
                    document.kind().title(),
                    document.kind().clause().id(),
                    document.holderId(),
                    document.createdAt(),
                    document.createdBy(),
                    document.mediaType(),
                    document.sha256(),
                    document.pages(),
                    null);
        }

        static DocumentView of(Dispatch letter, Document typeset, CourtesyCopy copy) {
            return new DocumentView(
                    letter.id(),
                    letter.kind(),
                    letter.kind().title(),
                    letter.kind().clause().id(),
                    letter.holderId(),
                    letter.createdAt(),
                    letter.createdBy(),
                    Pdf.MEDIA_TYPE,
                    typeset == null ? null : typeset.sha256(),
                    typeset == null ? null : typeset.pages(),
                    new DispatchView(
                            letter.way(),
                            letter.addressedOn(),
                            letter.name(),
                            letter.lines(),
                            letter.fax(),
                            letter.mailing(),
                            copy));
        }
    }

    /** @param courtesyCopy the e-mail that goes along with it and is no notice; null where there is none */
    record DispatchView(
            NoticeMethod way,
            LocalDate addressedOn,
            String name,
            List<String> address,
            String fax,
            Integer mailing,
            CourtesyCopy courtesyCopy) {}

    /** @param kind of letters, such as {@code NOTICE} */
    record MailingRequest(String receiptId, DocumentKind kind) {}

    private final DocumentRepository documents;
    private final DispatchRepository dispatches;
    private final CourtesyCopyRepository courtesyCopies;
    private final OfferingRepository offerings;
    private final LetterPress press;
    private final Mailings mailings;
    private final Intake intake;

    DocumentsController(
            DocumentRepository documents,
            DispatchRepository dispatches,
            CourtesyCopyRepository courtesyCopies,
            OfferingRepository offerings,
            LetterPress press,
            Mailings mailings,
            Intake intake) {
        this.documents = documents;
        this.dispatches = dispatches;
        this.courtesyCopies = courtesyCopies;
        this.offerings = offerings;
        this.press = press;
        this.mailings = mailings;
        this.intake = intake;
    }

    @GetMapping("/documents/{documentId}")
    @Operation(summary = "One document; its SHA-256 is the ETag, and stands in the case file")
    ResponseEntity<byte[]> one(@PathVariable String documentId, Authentication user) {
        Optional<Dispatch> letter = dispatches.find(documentId);
        letter.map(Dispatch::kind).ifPresent(kind -> checkReader(user, kind));
        return documents
                .find(documentId)
                .or(() -> letter.map(one -> press.documents(List.of(one)).get(documentId)))
                .map(document -> answer(document, user))
                .orElseThrow(() -> Refusal.unknown("documentId", documentId + " is no document"));
    }

    private static void checkReader(Authentication user, DocumentKind kind) {
        if (!mayRead(user, kind)) {
            throw new AccessDeniedException("documents of this kind are not for this user");
        }
    }

    private static boolean mayRead(Authentication user, DocumentKind kind) {
        Set<String> readers = CONFIDENTIAL.contains(kind) ? Confidential.READERS : CASE_READERS;
        Set<String> further = FURTHER_READERS.getOrDefault(kind, Set.of());
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(group -> readers.contains(group) || further.contains(group));
    }

    @GetMapping("/offerings/{offeringId}/documents")
    @Operation(summary = "The letters and papers of an offering that the user may read, in the order of drawing up")
    List<DocumentView> ofOffering(@PathVariable String offeringId, Authentication user) {
        offerings.get(offeringId);
        Map<String, Document> typeset = new LinkedHashMap<>();
        documents.ofOffering(offeringId).forEach(document -> typeset.put(document.id(), document));
        Map<String, CourtesyCopy> copies = new HashMap<>();
        courtesyCopies.ofOffering(offeringId).forEach(copy -> copies.put(copy.dispatchId(), copy));
        List<DocumentView> letters = dispatches.ofOffering(offeringId).stream()
                .map(letter -> DocumentView.of(letter, typeset.remove(letter.id()), copies.get(letter.id())))
                .toList();
        return Stream.concat(letters.stream(), typeset.values().stream().map(DocumentView::of))
                .filter(view -> mayRead(user, view.kind()))
                .sorted(Comparator.comparing(DocumentView::drawnUpAt))
                .toList();
    }

    @GetMapping("/offerings/{offeringId}/mailings")
    @ForCaseReaders
    @Operation(summary = "The mailings of an offering")
    List<Mailing> mailings(@PathVariable String offeringId) {
        return dispatches.mailings(offerings.get(offeringId).id());
    }

    @PostMapping("/offerings/{offeringId}/mailings")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "Puts all letters of a kind that are in no mailing yet into one, to be printed together")
    Mailing mail(@PathVariable String offeringId, @RequestBody MailingRequest request) {
        offerings.get(offeringId);
        DocumentKind kind = Refusal.required("kind", request.kind(), Clause.S11_1_A);
        return intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/mailings",
                request,
                Mailing.class,
                () -> mailings.create(offeringId, kind),
                () -> {});
    }

    @GetMapping(value = "/offerings/{offeringId}/mailings/{number}/letters", produces = Pdf.MEDIA_TYPE)
    @ForCaseReaders
    @Operation(summary = "All letters of a mailing as one PDF, written out as they are typeset")
    void letters(@PathVariable String offeringId, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        Mailing mailing = dispatches.mailing(offeringId, number);
        response.setContentType(Pdf.MEDIA_TYPE);
        mailings.print(mailing, response.getOutputStream());
    }

    @GetMapping(value = "/offerings/{offeringId}/mailings/{number}/manifest", produces = CSV)
    @ForCaseReaders
    @Operation(summary = "Who gets which pages of the mailing, at which address and which way")
    void manifest(@PathVariable String offeringId, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        Mailing mailing = dispatches.mailing(offeringId, number);
        response.setContentType(CSV);
        mailings.manifest(mailing, response.getWriter());
    }

    @GetMapping("/offerings/{offeringId}/papers/{kind}")
    @Operation(
            summary =
                    "The latest paper of its kind: allocation-sheet (2.3), holder-schedule (2.2), selling-holder-table"
                            + " (2.4), transfer-instruction (1.7(w))")
    ResponseEntity<byte[]> paper(@PathVariable String offeringId, @PathVariable String kind, Authentication user) {
        DocumentKind wanted = Arrays.stream(DocumentKind.values())
                .filter(one -> one.slug().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("kind", "'" + kind + "' is no kind of paper"));
        checkReader(user, wanted);
        return documents
                .latest(offerings.get(offeringId).id(), wanted)
                .map(document -> answer(document, user))
                .orElseThrow(() -> Refusal.unknown("kind", "no " + kind + " of " + offeringId + " is drawn up yet"));
    }

    private ResponseEntity<byte[]> answer(Document document, Authentication user) {
        checkReader(user, document.kind());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .eTag(document.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.id().replace(':', '_') + ".pdf")
                                .build()
                                .toString())
                .body(documents.bytes(document.id()));
    }
}
