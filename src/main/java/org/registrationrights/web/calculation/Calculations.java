package org.registrationrights.web.calculation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Refusal;

/** All calculations by their names. */
final class Calculations {

    private static final Map<String, Calculation<?>> BY_NAME = new LinkedHashMap<>();

    static {
        Stream.of(
                        NoticeCalculations.ALL,
                        RegisterCalculations.ALL,
                        AllocationCalculations.ALL,
                        OfferingCalculations.ALL,
                        SuspensionCalculations.ALL,
                        IndemnityCalculations.ALL,
                        TransferCalculations.ALL,
                        StandoffCalculations.ALL,
                        AmendmentCalculations.ALL)
                .flatMap(Collection::stream)
                .forEach(calculation -> BY_NAME.put(calculation.name(), calculation));
    }

    private Calculations() {}

    static Collection<Calculation<?>> all() {
        return BY_NAME.values();
    }

    static Calculation<?> named(String name) {
        Calculation<?> calculation = BY_NAME.get(name);
        if (calculation == null) {
            throw Refusal.unknown("name", "'" + name + "' is no calculation; there are " + BY_NAME.keySet());
        }
        return calculation;
    }
}
