package org.registrationrights.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseChainRepository;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.casefile.FiledEntry;
import org.registrationrights.casefile.Verification;
import org.registrationrights.document.Pdf;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.CaseFilePrint;
import org.registrationrights.register.RegisterRepository;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.parameters.P;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Case files go out entry by entry as they are read, however long they are. */
@RestController
@RequestMapping("/api")
@ForCaseReaders
@Tag(name = "Case file", description = "Who did what, when, under which clause and on what; sealed, and never changed")
class CaseFileController {

    enum Format {
        JSON,
        CSV,
        PDF
    }

    /**
     * @param clause the clause's id in the register, such as {@code 2.3-c}
     * @param documents the SHA-256 of each document that it rests on or brought about, by the document's id
     * @param storedAt by the database's own clock
     * @param position its place in the chain; null until it is sealed
     * @param seal the SHA-256 that holds it and all before it; null until it is sealed
     */
    record CaseFileRow(
            long id,
            String clause,
            String event,
            String offeringId,
            String holderId,
            String matterId,
            String actor,
            Instant happenedAt,
            Instant recordedAt,
            Instant storedAt,
            Map<String, ?> inputs,
            Map<String, String> policies,
            Map<String, ?> result,
            Map<String, String> documents,
            Long position,
            String seal) {

        static CaseFileRow of(FiledEntry filed) {
            CaseEntry entry = filed.entry();
            return new CaseFileRow(
                    filed.id(),
                    entry.clause().id(),
                    entry.event(),
                    entry.offeringId(),
                    entry.holderId(),
                    entry.matterId(),
                    entry.actor(),
                    entry.happenedAt(),
                    entry.recordedAt(),
                    filed.storedAt(),
                    entry.inputs(),
                    entry.policies(),
                    entry.result(),
                    entry.documents(),
                    filed.position(),
                    filed.sha256());
        }
    }

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "clause",
                    "event",
                    "offeringId",
                    "holderId",
                    "matterId",
                    "actor",
                    "happenedAt",
                    "recordedAt",
                    "storedAt",
                    "inputs",
                    "policies",
                    "result",
                    "documents",
                    "position",
                    "seal")
            .get();

    private final CaseFileRepository caseFile;
    private final CaseChainRepository chain;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final CaseFilePrint print;
    private final ObjectMapper json;

    CaseFileController(
            CaseFileRepository caseFile,
            CaseChainRepository chain,
            OfferingRepository offerings,
            RegisterRepository register,
            CaseFilePrint print,
            ObjectMapper json) {
        this.caseFile = caseFile;
        this.chain = chain;
        this.offerings = offerings;
        this.register = register;
        this.print = print;
        this.json = json;
    }

    @GetMapping("/offerings/{offeringId}/case-file")
    @Operation(summary = "The case file of an offering, or of one Holder in it, in the order in which it was written")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = CaseFileRow.class))))
    void ofOffering(
            @PathVariable String offeringId,
            @RequestParam(required = false) String holderId,
            @RequestParam(defaultValue = "JSON") Format format,
            HttpServletResponse response)
            throws IOException {
        CaseSubject subject = CaseSubject.offering(offerings.get(offeringId).id());
        if (holderId == null) {
            write(subject, "offering " + offeringId, format, response);
        } else {
            write(
                    subject.of(register.holder(holderId).id()),
                    "Holder " + holderId + " in offering " + offeringId,
                    format,
                    response);
        }
    }

    @GetMapping("/holders/{holderId}/case-file")
    @Operation(summary = "The case file of a Holder, through all offerings and matters")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = CaseFileRow.class))))
    void ofHolder(
            @PathVariable String holderId,
            @RequestParam(defaultValue = "JSON") Format format,
            HttpServletResponse response)
            throws IOException {
        CaseSubject subject = CaseSubject.holder(register.holder(holderId).id());
        write(subject, "Holder " + holderId, format, response);
    }

    @GetMapping("/matters/{matterId}/case-file")
    @PreAuthorize(Confidential.MATTER_READERS)
    @Operation(summary = "The case file of a request, a claim, a dispute, or whatever else has an id of its own")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = CaseFileRow.class))))
    void ofMatter(
            @PathVariable @P("id") String matterId,
            @RequestParam(defaultValue = "JSON") Format format,
            HttpServletResponse response)
            throws IOException {
        CaseSubject subject = CaseSubject.matter(matterId);
        if (caseFile.count(subject) == 0) {
            throw Refusal.unknown("matterId", "nothing is filed under " + matterId);
        }
        write(subject, "matter " + matterId, format, response);
    }

    /** @param seal with {@code position}: one that was noted before, in a place that nobody reaches from here */
    @GetMapping("/case-file/verification")
    @Operation(
            summary =
                    "Reads the whole case file and its chain anew, and names the first entry that is not as it was sealed")
    Verification verify(@RequestParam(required = false) Long position, @RequestParam(required = false) String seal) {
        if (position == null ^ seal == null) {
            throw Refusal.invalid(position == null ? "position" : "seal", "is required with the other of the two");
        }
        if (seal != null && !seal.matches("[0-9a-f]{64}")) {
            throw Refusal.invalid("seal", "is no SHA-256 in 64 hexadecimal digits");
        }
        return chain.verify(position, seal);
    }

    /** Closed only at its end: what breaks off must not look complete. */
    private void write(CaseSubject subject, String of, Format format, HttpServletResponse response) throws IOException {
        switch (format) {
            case JSON -> writeJson(caseFile.read(subject).iterator(), response);
            case CSV -> {
                named(response, of, "csv");
                writeCsv(caseFile.read(subject).iterator(), response);
            }
            case PDF -> {
                named(response, of, "pdf");
                response.setContentType(Pdf.MEDIA_TYPE);
                print.print(subject, of, response.getOutputStream());
            }
        }
    }

    private void writeJson(Iterator<FiledEntry> entries, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        SequenceWriter rows = json.writerFor(CaseFileRow.class).writeValuesAsArray(response.getOutputStream());
        while (entries.hasNext()) {
            rows.write(CaseFileRow.of(entries.next()));
        }
        rows.close();
    }

    private void writeCsv(Iterator<FiledEntry> entries, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        CSVPrinter rows = new CSVPrinter(response.getWriter(), CSV);
        while (entries.hasNext()) {
            CaseFileRow row = CaseFileRow.of(entries.next());
            rows.printRecord(
                    row.id,
                    row.clause,
                    row.event,
                    row.offeringId,
                    row.holderId,
                    row.matterId,
                    row.actor,
                    row.happenedAt,
                    row.recordedAt,
                    row.storedAt,
                    text(row.inputs),
                    text(row.policies),
                    text(row.result),
                    text(row.documents),
                    row.position,
                    row.seal);
        }
        rows.close();
    }

    private static void named(HttpServletResponse response, String of, String suffix) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("Case file of " + of + "." + suffix, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private String text(Map<String, ?> values) throws JsonProcessingException {
        return json.writeValueAsString(values);
    }
}
