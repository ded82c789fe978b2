package org.registrationrights.offering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.InformationRequest.State;

/** The table of selling Holders for the prospectus: who sells how many shares, and keeps how many (2.4). */
@Implements(Clause.S2_4_A)
public record SellingHolderTable(List<Row> rows) {

    private static final String NO_RELATIONSHIP = "None";

    /**
     * One included Holder. Where it has furnished nothing, name and shares owned are what the Company's register says.
     *
     * @param sharesBefore as the Holder said; of the register, its Registrable Shares on the applicable date
     * @param relationship {@code None} where the Holder said so, and null where it said nothing
     * @param information how the request for it stands; null before it is made
     */
    public record Row(
            String holderId,
            String name,
            BigInteger sharesBefore,
            BigInteger sharesOffered,
            BigInteger sharesAfter,
            String relationship,
            State information) {}

    /**
     * @param included each with more than no shares
     * @param names of the register, by Holder
     * @param furnished the latest of each Holder that has furnished anything
     * @throws Refusal where a Holder said that it owns fewer shares than are offered for it
     */
    public static SellingHolderTable of(
            List<Line> included,
            Map<String, String> names,
            Map<String, InformationRequest> requests,
            Map<String, HolderInformation> furnished) {
        return new SellingHolderTable(included.stream()
                .map(line -> {
                    InformationRequest request = requests.get(line.holderId());
                    State state = request == null ? null : request.state();
                    HolderInformation own = furnished.get(line.holderId());
                    return own == null
                            ? byRegister(line, names.get(line.holderId()), state)
                            : byHolder(line, own, state);
                })
                .toList());
    }

    private static Row byHolder(Line line, HolderInformation own, State state) {
        return new Row(
                line.holderId(),
                own.name(),
                own.sharesOwned(),
                line.allocated(),
                own.sharesAfter(line.allocated()),
                own.noRelationship() ? NO_RELATIONSHIP : own.relationship(),
                state);
    }

    private static Row byRegister(Line line, String name, State state) {
        return new Row(
                line.holderId(),
                name,
                line.held(),
                line.allocated(),
                line.held().subtract(line.allocated()),
                null,
                state);
    }

    /** With a header; what is null is left empty. */
    public String csv() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "holderId",
                        "name",
                        "sharesBefore",
                        "sharesOffered",
                        "sharesAfter",
                        "relationship",
                        "information")
                .get();
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            for (Row row : rows) {
                printer.printRecord(
                        row.holderId,
                        row.name,
                        row.sharesBefore,
                        row.sharesOffered,
                        row.sharesAfter,
                        row.relationship,
                        row.information);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
