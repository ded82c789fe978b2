package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** The ids of offerings, which are their business keys too. */
@Component
public class OfferingIds {

    private static final Pattern ID = Pattern.compile("OFF-\\d{4}-[1-9]\\d{0,8}");

    private final OfferingRepository offerings;
    private final Dates dates;
    private final Clock clock;

    OfferingIds(OfferingRepository offerings, Dates dates, Clock clock) {
        this.offerings = offerings;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * The id given, or one that nobody has.
     *
     * @param field that of the id
     * @param given null where one is to be assigned
     * @throws Refusal for one of another form
     */
    public String of(String field, String given, Instant determinedAt) {
        if (given == null) {
            String id;
            do {
                id = "OFF-" + dates.day(determinedAt).getYear() + "-" + offerings.drawNumber(clock.instant());
            } while (offerings.exists(id));
            return id;
        }
        if (!ID.matcher(given).matches()) {
            throw Refusal.invalid(field, "'" + given + "' is not of the form OFF-2027-1");
        }
        return given;
    }
}
