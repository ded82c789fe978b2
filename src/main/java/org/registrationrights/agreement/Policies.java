package org.registrationrights.agreement;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the words that the agreement leaves open are read. Every value has code; the first of each is the default.
 * A component's name is the policy's key in configuration, in requests and in every stored result.
 */
public record Policies(
        ZoneId zone,
        BusinessDay businessDay,
        LastDayRoll lastDayRoll,
        DayCount dayCount,
        NoticeMailReceipt noticeMailReceipt,
        ElectionMailGiven electionMailGiven,
        MultipleDeliveries multipleDeliveries,
        UnlistedMethod unlistedMethod,
        NumeratorBase numeratorBase,
        Denominator denominator,
        OthersBase othersBase,
        RequestOverHolding requestOverHolding,
        boolean fullInclusionWhenNoExclusion,
        Redistribution redistribution,
        Rounding rounding,
        ParityUnit parityUnit,
        ParityMeasure parityMeasure,
        boolean parityVoluntarySellers,
        Rule144Test rule144Test,
        LateJoinder lateJoinder,
        HolderCounselSplit holderCounselSplit,
        FaultScale faultScale,
        CapBase capBase,
        CapExcess capExcess,
        UnavailabilityFinder unavailabilityFinder,
        LoserSplit loserSplit,
        StandoffStart standoffStart,
        StandoffOverlong standoffOverlong,
        Termination termination,
        LeapAnniversary leapAnniversary) {

    /** Which days count towards "third business day" (11.1). */
    public enum BusinessDay {
        MON_FRI_FEDERAL,
        CIVIL_CODE_9,
        MON_FRI_FEDERAL_OBSERVED,
        MON_FRI_COURT
    }

    /** What becomes of a last day that is a Sunday or a holiday (2.1, Civil Code 11). */
    public enum LastDayRoll {
        CIVIL_CODE_11,
        NONE,
        WEEKEND_AND_HOLIDAY
    }

    /** How the ten days of 2.1 are counted. */
    public enum DayCount {
        CALENDAR_DAYS,
        ROLLING_24H,
        INCLUDE_FIRST_DAY
    }

    /** When a mailed notice reaches a Holder: the deemed day of 11.1 against the receipt of 2.1. */
    public enum NoticeMailReceipt {
        LATER_OF_DEEMED_AND_PROVEN,
        DEEMED_ONLY,
        ACTUAL_ONLY
    }

    /** When a mailed election is given to the Company. */
    public enum ElectionMailGiven {
        EARLIER_OF_DEEMED_AND_PROVEN,
        DEEMED_ONLY,
        DISPATCH
    }

    /** Which of several deliveries of one notice counts. */
    public enum MultipleDeliveries {
        FIRST_EFFECTIVE,
        LAST_EFFECTIVE
    }

    /** What a way of delivery that 11.1 does not name is worth. */
    public enum UnlistedMethod {
        MANUAL_REVIEW,
        ACTUAL_RECEIPT
    }

    /** What a Holder's Ownership Percentage is taken of (1.3). */
    public enum NumeratorBase {
        HELD,
        REQUESTED
    }

    /** Whose securities stand in the denominator of 1.3. */
    public enum Denominator {
        HOLDERS_AND_OTHERS,
        HOLDERS_ONLY
    }

    /** Which of the others' securities stand in the denominator of 1.3. */
    public enum OthersBase {
        ENTITLED_HELD,
        INCLUDED
    }

    /** What a request above the holding is worth. */
    public enum RequestOverHolding {
        CLAMP,
        REJECT
    }

    /** Whether shares that the product of 2.3 leaves over are dealt out. */
    public enum Redistribution {
        NONE,
        WATERFILL
    }

    /** How the exact shares of a cutback become whole ones. */
    public enum Rounding {
        LARGEST_REMAINDER,
        FLOOR,
        CEIL_WITHIN_AVAILABLE
    }

    /** Whether parity (2.3) holds for each Holder or for all together. */
    public enum ParityUnit {
        PER_HOLDER,
        AGGREGATE
    }

    /** What "to any greater extent" (2.3) is measured in. */
    public enum ParityMeasure {
        RATIO_OF_REQUESTED,
        RATIO_OF_HELD,
        ABSOLUTE_COUNT
    }

    /** What must fit into three months under Rule 144 before shares cease (1.7(x)). */
    public enum Rule144Test {
        HOLDER_ALL,
        PER_SHARE_PARTIAL,
        ANY_SHARE
    }

    /** Whether a joinder delivered after the sale brings the shares back (1.7(A), 6). */
    public enum LateJoinder {
        CURES_PROSPECTIVELY,
        NEVER_CURES
    }

    /** How the bill of a counsel that Holders share is split (5). */
    public enum HolderCounselSplit {
        BY_SHARES,
        EQUAL
    }

    /** What weights of fault mean when they do not add up to one (3.3). */
    public enum FaultScale {
        BETWEEN_THE_PARTIES,
        ABSOLUTE
    }

    /** Which proceeds cap a Holder's contribution (3.3). */
    public enum CapBase {
        NET_OF_DISCOUNT,
        GROSS
    }

    /** Who bears what a cap cuts off (3.3). */
    public enum CapExcess {
        STAYS_WITH_CLAIMANT,
        OTHER_CONTRIBUTORS
    }

    /** Who can hold the indemnity unavailable (3.3, 11.5). */
    public enum UnavailabilityFinder {
        COURT_OR_ARBITRATOR,
        COURT_ONLY
    }

    /** How several losers of a dispute share the costs (11.6). */
    public enum LoserSplit {
        EQUAL,
        JOINT
    }

    /** The first day of a stand-off (7). */
    public enum StandoffStart {
        DAY_AFTER_EFFECTIVE,
        EFFECTIVE_DAY
    }

    /** What a request for more than the longest stand-off is worth (7). */
    public enum StandoffOverlong {
        CLAMP,
        REJECT
    }

    /** Whether the anniversary itself is within the term (10). */
    public enum Termination {
        ANNIVERSARY_INCLUDED,
        ANNIVERSARY_EXCLUDED
    }

    /** The anniversary of a 29 February (10). */
    public enum LeapAnniversary {
        FEB_28,
        MAR_1
    }

    /** The readings chosen for this agreement where nobody says otherwise. */
    public static final Policies DEFAULTS = defaults();

    /**
     * These policies with some replaced.
     *
     * @throws Refusal for a key that is no policy and for a value that the policy does not know
     */
    public Policies with(Map<String, String> changes) {
        Map<String, String> values = values();
        changes.forEach((key, value) -> {
            if (values.replace(key, value) == null) {
                throw Refusal.invalid("policies." + key, "is not a policy; known are " + values.keySet());
            }
        });
        return fromText(values);
    }

    /** Every policy by its key, in the order of declaration. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : Policies.class.getRecordComponents()) {
            try {
                values.put(
                        component.getName(),
                        component.getAccessor().invoke(this).toString());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    /** The named policies only: what is stored with a result that used them. */
    public Map<String, String> only(Collection<String> keys) {
        Map<String, String> values = values();
        values.keySet().retainAll(keys);
        return values;
    }

    /** Every value that the policy knows, the default first; none for the zone, which may be any. */
    public static List<String> choices(String key) {
        Class<?> type = Arrays.stream(Policies.class.getRecordComponents())
                .filter(component -> component.getName().equals(key))
                .map(RecordComponent::getType)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("policies." + key, "is not a policy"));
        if (type == ZoneId.class) {
            return List.of();
        }
        if (type == boolean.class) {
            String byDefault = DEFAULTS.values().get(key);
            return List.of(byDefault, String.valueOf(!Boolean.parseBoolean(byDefault)));
        }
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    /** The values of a policy that are not chosen here. */
    public List<String> rivals(String key) {
        String chosen = values().get(key);
        return choices(key).stream().filter(value -> !value.equals(chosen)).toList();
    }

    private static Policies defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : Policies.class.getRecordComponents()) {
            Class<?> type = component.getType();
            values.put(
                    component.getName(), type.isEnum() ? type.getEnumConstants()[0].toString() : "America/Los_Angeles");
        }
        values.put("fullInclusionWhenNoExclusion", "true");
        values.put("parityVoluntarySellers", "false");
        return fromText(values);
    }

    private static Policies fromText(Map<String, String> values) {
        RecordComponent[] components = Policies.class.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> parse(component.getName(), component.getType(), values.get(component.getName())))
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<Policies> constructor = Policies.class.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object parse(String key, Class<?> type, String value) {
        if (type == ZoneId.class) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw Refusal.invalid("policies." + key, "'" + value + "' is not a time zone");
            }
        }
        Object[] known = type == boolean.class ? new Object[] {true, false} : type.getEnumConstants();
        return Arrays.stream(known)
                .filter(candidate -> candidate.toString().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("policies." + key, "'" + value + "' is not one of " + Arrays.toString(known)));
    }
}
