package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.csv.CsvRefusal.Fault;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery.Service;
import org.registrationrights.notice.HolderElection.State;

@Verifies(Clause.S11_1_A)
class DeliveryFileTest {

    private static final Instant NOON = at("2002-01-14T12:00:00-08:00");

    @Test
    void everyFieldOfADeliveryIsAColumn() {
        DeliveryFile file = parse("""
            holderId,method,receivedAt,sentAt,confirmedAt,mailedAt,service,firstClass,prepaid,addressOfRecord,actualReceiptAt
            H-1,MAIL,,,,2002-01-10T10:00:00-08:00,REGISTERED,false,true,false,2002-01-11T10:00:00-08:00
            H-2,FAX,,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00,,,,,,
            H-3,EMAIL,2002-01-10T09:31:00-08:00,2002-01-10T09:30:00-08:00,,,,,,,
            """);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows())
                .extracting(DeliveryFile.Row::delivery)
                .containsExactly(
                        new Delivery(
                                "MAIL",
                                null,
                                null,
                                null,
                                at("2002-01-10T10:00:00-08:00"),
                                Service.REGISTERED,
                                false,
                                true,
                                false,
                                at("2002-01-11T10:00:00-08:00")),
                        Delivery.fax(at("2002-01-10T09:30:00-08:00"), at("2002-01-10T09:31:00-08:00")),
                        Delivery.unlisted("EMAIL", at("2002-01-10T09:30:00-08:00"), at("2002-01-10T09:31:00-08:00")));
    }

    @Test
    void columnsThatNoLineNeedsAreLeftOut() {
        DeliveryFile file = parse("""
            method,receivedAt,holderId
            COURIER,2002-01-10T09:31:00-08:00,H-1
            """);

        assertThat(file.rows())
                .containsExactly(new DeliveryFile.Row(2, "H-1", Delivery.courier(at("2002-01-10T09:31:00-08:00"))));
    }

    @Test
    void theHeaderNamesEachColumnOnceAndNoOther() {
        assertThat(parse("holderId,receivedAt,receivedAt,hour\nH-1,,,\n").faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "line 1, receivedAt: stands twice in the header",
                        "line 1, hour: is not a column of the deliveries",
                        "line 1, method: is missing in the header");
        assertThat(parse("").faults()).extracting(Fault::toString).containsExactly("line 1: the file is empty");
        assertThat(parse("holderId,method\n").faults())
                .extracting(Fault::toString)
                .containsExactly("line 1: no row follows the header");
    }

    @Test
    void everyErrorIsNamedByLineAndColumn() {
        DeliveryFile file = parse("""
            holderId,method,receivedAt,sentAt,confirmedAt,mailedAt,service,prepaid,actualReceiptAt
            H-1,PERSONAL,2002-01-14T09:00:00-08:00,,,,,,
            H-99,PERSONAL,2002-01-14T09:00:00-08:00,,,,,,
            H-8,PERSONAL,2002-01-14T09:00:00-08:00,,,,,,
            H-4,PERSONAL,2002-01-14T09:00:00-08:00,,,,,,
            H-1,FAX,,2002-01-14T09:00:00-08:00,2002-01-14T08:59:00-08:00,,,,
            H-1,PERSONAL,2002-01-15T09:00:00-08:00,,,,,,
            H-1,PERSONAL,2002-01-14T17:00:00Z,,,,,,
            H-2,MAIL,,,,2002-01-10T10:00:00-08:00,CERTIFIED,,
            H-1,MAIL,2002-01-14T09:00:00-08:00,,,14 January,EXPRESS,yes,
            H-1,MAIL,,,,0202-01-14T09:00:00-08:00,,,2002-01-14T09:00
            ,,,,,,,,
            H-1,PERSONAL,2002-01-14T09:00:00-08:00
            """);

        assertThat(file.faultsAgainst(
                        Set.of("H-1", "H-2", "H-4", "H-8"), elections("H-1", "H-2", "H-4"), recorded(), NOON))
                .extracting(Fault::toString)
                .containsExactly(
                        "line 3, holderId: H-99 is not in the register",
                        "line 4, holderId: H-8 has no election in this offering",
                        "line 5, holderId: the notice to H-4 is not drawn up yet; repeat it",
                        "line 6, confirmedAt: lies before sentAt (Section 11.1)",
                        "line 7, receivedAt: 2002-01-15T17:00:00Z is in the future",
                        "line 8: is the same as line 2",
                        "line 9: is recorded already as C-5",
                        "line 10, mailedAt: '14 January' is not an instant with offset like 2002-01-10T09:00:00-08:00",
                        "line 10, service: 'EXPRESS' is not one of [REGISTERED, CERTIFIED, ORDINARY]",
                        "line 10, prepaid: 'yes' is neither true nor false",
                        "line 10, receivedAt: does not belong to delivery by MAIL (Section 11.1)",
                        "line 11, mailedAt: '0202-01-14T09:00:00-08:00' is not an instant with offset like"
                                + " 2002-01-10T09:00:00-08:00",
                        "line 11, actualReceiptAt: '2002-01-14T09:00' is not an instant with offset like"
                                + " 2002-01-10T09:00:00-08:00",
                        "line 11, service: is required for delivery by MAIL (Section 11.1)",
                        "line 12, holderId: is required",
                        "line 12, method: is required (Section 11.1)",
                        "line 13: has 3 values where the header has 9 columns");
    }

    private static List<Communication> recorded() {
        return List.of(new Communication(
                5,
                5,
                new ElectionKey("OFF-2002-1", "H-2"),
                Direction.NOTICE_TO_HOLDER,
                Delivery.mail(at("2002-01-10T10:00:00-08:00"), Service.CERTIFIED, null),
                null,
                "D-1",
                NOON,
                "holder-services"));
    }

    /** The notice to the last is not drawn up. */
    private static Map<String, HolderElection> elections(String... holders) {
        Map<String, HolderElection> elections = new LinkedHashMap<>();
        for (String holder : holders) {
            boolean drawnUp = !holder.equals(holders[holders.length - 1]);
            elections.put(
                    holder,
                    new HolderElection(
                            new ElectionKey("OFF-2002-1", holder),
                            BigInteger.TEN,
                            State.NOTICE,
                            drawnUp ? holder : null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            false,
                            NOON,
                            null,
                            null));
        }
        return elections;
    }

    private static DeliveryFile parse(String csv) {
        try {
            return DeliveryFile.parse(new StringReader(csv));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }
}
