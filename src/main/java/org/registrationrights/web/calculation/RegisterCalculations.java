package org.registrationrights.web.calculation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.register.LotDate;
import org.registrationrights.register.RegistrableShares;
import org.registrationrights.register.Rule144;
import org.registrationrights.register.ShareLot;
import org.registrationrights.register.ShareLot.Source;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Section 1.7. */
final class RegisterCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>("registrable-shares", Ledger.class, RegistrableShares.POLICIES, Ledger::answer),
            new Calculation<>("rule-144-cessation", Rule144Facts.class, Rule144.POLICIES, Rule144Facts::answer));

    private static final Map<String, LotDate> DATES =
            Arrays.stream(LotDate.values()).collect(Collectors.toMap(LotDate::key, Function.identity()));

    private RegisterCalculations() {}

    /** @param lots those held on that day */
    private record Ledger(LocalDate asOf, List<Lot> lots) {

        Answer answer(Basis basis) {
            Refusal.required("lots", lots, Clause.S1_7_I);
            List<ShareLot> held = IntStream.range(0, lots.size())
                    .mapToObj(i -> lots.get(i).lot("lots[" + i + "]"))
                    .toList();
            RegistrableShares registrable = RegistrableShares.on(asOf, held, basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("status", registrable.count().status());
            result.put("byHolder", registrable.count().byHolder());
            result.put("total", registrable.count().total());
            return new Answer(result, registrable);
        }
    }

    /**
     * @param compliesWithLaw true where absent
     * @param toCompetitor false where absent
     * @param dates by their keys
     */
    @JsonIgnoreProperties("dates")
    private record Lot(
            String lot,
            String holder,
            BigInteger shares,
            String source,
            Boolean compliesWithLaw,
            Boolean toCompetitor,
            @JsonAnySetter Map<String, LocalDate> dates) {

        ShareLot lot(String path) {
            Map<LotDate, LocalDate> known = new EnumMap<>(LotDate.class);
            dates.forEach((key, day) -> {
                if (!DATES.containsKey(key)) {
                    throw Refusal.invalid(path + "." + key, "is not a field known here");
                }
                if (day != null) {
                    known.put(DATES.get(key), day);
                }
            });
            return new ShareLot(
                    lot,
                    holder,
                    shares,
                    source(Refusal.required(path + ".source", source, Clause.S1_7_I)),
                    null,
                    null,
                    null,
                    known,
                    Inputs.orElse(compliesWithLaw, true),
                    Inputs.orElse(toCompetitor, false));
        }

        private static Source source(String text) {
            return Arrays.stream(Source.values())
                    .filter(source -> source.name().equals(text))
                    .findFirst()
                    .orElse(Source.OTHER);
        }
    }

    /** @param aggregatedHoldings the Holder's own where absent */
    private record Rule144Facts(
            Boolean holdingPeriodMet,
            Boolean volumeLimitApplies,
            BigInteger outstanding,
            BigInteger avgWeeklyVolume4w,
            BigInteger holderRegistrable,
            BigInteger aggregatedHoldings) {

        Answer answer(Basis basis) {
            Rule144.Cessation cessation = new Rule144(
                            Refusal.required("holdingPeriodMet", holdingPeriodMet, Clause.S1_7_X2),
                            Refusal.required("volumeLimitApplies", volumeLimitApplies, Clause.S1_7_X2),
                            outstanding,
                            avgWeeklyVolume4w,
                            holderRegistrable,
                            Inputs.orElse(aggregatedHoldings, holderRegistrable))
                    .cessation(basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            if (cessation.volumeLimit() != null) {
                result.put("volumeLimit", cessation.volumeLimit());
            }
            result.put("ceased", cessation.ceased());
            result.put("remaining", cessation.remaining());
            return new Answer(result, cessation);
        }
    }
}
