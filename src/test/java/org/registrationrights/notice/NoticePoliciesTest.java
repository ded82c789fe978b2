package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.notice.DeemedReceipt.Direction.ELECTION_TO_COMPANY;
import static org.registrationrights.notice.DeemedReceipt.Direction.NOTICE_TO_HOLDER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery.Service;

/** The policies that a calculation names are those that change its result, and each of their values does. */
@Verifies({Clause.S11_1_A, Clause.S2_1_D})
class NoticePoliciesTest {

    private static final List<String> ZONES = List.of("America/Los_Angeles", "America/New_York");
    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    /** With a Thursday before 3 July 2026, which is kept for a Saturday by federal offices only. */
    private static final Holidays HOLIDAYS =
            Holidays.shipped().with(Map.of(), Map.of(LocalDate.of(2026, 7, 2), new Holiday("Day of mourning", null)));

    private static final Delivery BEFORE_THANKSGIVING = mail("2001-11-21T15:00:00-08:00", null);
    private static final Delivery BEFORE_A_SATURDAY_HOLIDAY = mail("2004-12-22T15:00:00-08:00", null);
    private static final Delivery PROVEN_EARLY = mail("2001-10-15T10:00:00-07:00", "2001-10-16T11:00:00-07:00");
    private static final Delivery PROVEN_LATE = mail("2001-10-15T10:00:00-07:00", "2001-10-24T11:00:00-07:00");
    private static final Delivery EMAIL = Delivery.unlisted("EMAIL", null, at("2001-10-15T10:00:00-07:00"));
    private static final Delivery FAX = Delivery.fax(null, at("2001-10-15T10:05:00-07:00"));
    private static final Delivery FAX_AT_NIGHT = Delivery.fax(null, at("2001-11-06T21:30:00-08:00"));

    private static final List<Function<Policies, Object>> RECEIPTS = List.of(
            receipt(NOTICE_TO_HOLDER, BEFORE_THANKSGIVING),
            receipt(NOTICE_TO_HOLDER, BEFORE_A_SATURDAY_HOLIDAY),
            receipt(NOTICE_TO_HOLDER, PROVEN_EARLY),
            receipt(NOTICE_TO_HOLDER, PROVEN_LATE),
            receipt(ELECTION_TO_COMPANY, PROVEN_EARLY),
            receipt(NOTICE_TO_HOLDER, EMAIL),
            receipt(NOTICE_TO_HOLDER, FAX, mail("2001-10-15T10:00:00-07:00", null)),
            receipt(NOTICE_TO_HOLDER, FAX_AT_NIGHT));

    private static final List<Function<Policies, Object>> WINDOWS = Stream.of(
                    // a Saturday, a Sunday, 25 December on a Friday, Thanksgiving, the added Thursday
                    "2001-10-24", "2001-10-25", "2026-12-15", "2001-11-12", "2026-06-22")
            .map(day -> window(day + "T21:30:00-08:00"))
            .toList();

    private static final List<Function<Policies, Object>> NOTICES_AND_ELECTIONS = List.of(
            both(BEFORE_A_SATURDAY_HOLIDAY, null),
            both(BEFORE_THANKSGIVING, null),
            both(PROVEN_EARLY, PROVEN_EARLY),
            both(PROVEN_LATE, EMAIL),
            both(FAX_AT_NIGHT, null),
            policies -> fields(
                    policies,
                    (holidays, chosen) ->
                            NoticeAndElection.of(List.of(FAX, PROVEN_LATE), null, holidays, TERMS, chosen)),
            both(Delivery.personal(at("2001-10-24T09:00:00-07:00")), null),
            both(Delivery.personal(at("2001-10-25T09:00:00-07:00")), null));

    static Stream<Arguments> calculations() {
        return Stream.of(
                Arguments.of("deemed-receipt", DeemedReceipt.POLICIES, RECEIPTS),
                Arguments.of("election-window", ElectionWindow.POLICIES, WINDOWS),
                Arguments.of("notice-and-election", NoticeAndElection.POLICIES, NOTICES_AND_ELECTIONS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calculations")
    void everyValueOfItsPoliciesChangesSomeResult(
            String name, Set<String> keys, List<Function<Policies, Object>> cases) {
        for (String key : keys) {
            List<String> values = key.equals("zone") ? ZONES : Policies.choices(key);
            for (String value : values) {
                for (String other : values) {
                    assertThat(cases)
                            .as("%s=%s against %s", key, value, other)
                            .anyMatch(asked -> value.equals(other)
                                    || !asked.apply(with(key, value)).equals(asked.apply(with(key, other))));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calculations")
    void noOtherPolicyChangesAny(String name, Set<String> keys, List<Function<Policies, Object>> cases) {
        for (String key : Policies.DEFAULTS.values().keySet()) {
            if (!keys.contains(key)) {
                for (String value : Policies.choices(key)) {
                    assertThat(cases)
                            .as("%s=%s", key, value)
                            .allMatch(asked -> asked.apply(with(key, value)).equals(asked.apply(Policies.DEFAULTS)));
                }
            }
        }
    }

    private static Function<Policies, Object> receipt(Direction direction, Delivery... deliveries) {
        return policies -> fields(
                policies,
                (holidays, chosen) -> DeemedReceipt.of(List.of(deliveries), direction, holidays, TERMS, chosen));
    }

    private static Function<Policies, Object> window(String receivedAt) {
        return policies -> fields(
                policies,
                (holidays, chosen) -> ElectionWindow.ofReceiptInstant(at(receivedAt), holidays, TERMS, chosen));
    }

    private static Function<Policies, Object> both(Delivery notice, Delivery election) {
        return policies -> fields(
                policies,
                (holidays, chosen) -> NoticeAndElection.of(List.of(notice), election, holidays, TERMS, chosen));
    }

    /** What a result says, without what it was asked; or which field was refused. */
    private static Object fields(Policies policies, BiFunction<Holidays, Policies, Object> rule) {
        try {
            return fields(rule.apply(HOLIDAYS, policies));
        } catch (Refusal refusal) {
            return refusal.field();
        }
    }

    private static List<Object> fields(Object result) {
        if (result instanceof DeemedReceipt receipt) {
            return Arrays.asList(receipt.status(), receipt.effectiveDate(), receipt.basis());
        }
        if (result instanceof ElectionWindow window) {
            return List.of(
                    window.dayZero(), window.tenthDay(), window.lastDay(), window.rolled(), window.deadlineExclusive());
        }
        if (result instanceof NoticeAndElection both) {
            return Arrays.asList(
                    fields(both.notice()), fields(both.window()), fields(both.election()), both.electionTimely());
        }
        return List.of();
    }

    private static Delivery mail(String mailedAt, String actualReceiptAt) {
        return Delivery.mail(at(mailedAt), Service.CERTIFIED, actualReceiptAt == null ? null : at(actualReceiptAt));
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }

    private static Policies with(String key, String value) {
        return Policies.DEFAULTS.with(Map.of(key, value));
    }
}
