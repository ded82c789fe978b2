package org.registrationrights.notice;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/** How often a notice went out, each time with all that proves it: a return card belongs to its mailing (11.1). */
@Implements(Clause.S11_1_A)
public final class Dispatches {

    private Dispatches() {}

    /** @param recorded in the order of recording */
    public static List<Delivery> of(List<Communication> recorded, ZoneId zone) {
        Map<Object, Delivery> dispatches = new LinkedHashMap<>();
        for (Communication sent : recorded) {
            dispatches.merge(sent.delivery().dispatch(zone).orElse(sent.id()), sent.delivery(), Delivery::together);
        }
        return List.copyOf(dispatches.values());
    }
}
