package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents are for those who work on cases: a user without a group sees none. */
@RestController
@RequestMapping("/api")
@PreAuthorize(DocumentsController.READERS)
@Tag(name = "Documents", description = "Letters and papers as they were drawn up")
class DocumentsController {

    static final String READERS = "hasAnyAuthority('counsel', 'corporate-secretary', 'holder-services', 'underwriter',"
            + " 'finance', 'transfer-agent', 'camunda-admin')";

    private final DocumentRepository documents;
    private final OfferingRepository offerings;

    DocumentsController(DocumentRepository documents, OfferingRepository offerings) {
        this.documents = documents;
        this.offerings = offerings;
    }

    @GetMapping("/documents/{documentId}")
    @Operation(summary = "One document; its SHA-256 is the ETag, and stands in the case file")
    ResponseEntity<byte[]> one(@PathVariable String documentId) {
        return documents
                .find(documentId)
                .map(this::answer)
                .orElseThrow(() -> Refusal.unknown("documentId", documentId + " is no document"));
    }

    @GetMapping("/offerings/{offeringId}/documents")
    @Operation(summary = "The letters and papers of an offering, in the order in which they were drawn up")
    List<Document> ofOffering(@PathVariable String offeringId) {
        return documents.ofOffering(offerings.get(offeringId).id());
    }

    @GetMapping("/offerings/{offeringId}/papers/{kind}")
    @Operation(
            summary =
                    "The latest paper of its kind: allocation-sheet (2.3), holder-schedule (2.2), selling-holder-table"
                            + " (2.4), transfer-instruction (1.7(w))")
    ResponseEntity<byte[]> paper(@PathVariable String offeringId, @PathVariable String kind) {
        DocumentKind wanted = Arrays.stream(DocumentKind.values())
                .filter(one -> one.slug().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("kind", "'" + kind + "' is no kind of paper"));
        return documents
                .latest(offerings.get(offeringId).id(), wanted)
                .map(this::answer)
                .orElseThrow(() -> Refusal.unknown("kind", "no " + kind + " of " + offeringId + " is drawn up yet"));
    }

    private ResponseEntity<byte[]> answer(Document document) {
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
