package org.registrationrights.web.calculation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.standoff.JudgedTransaction;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.StandoffRequest;
import org.registrationrights.standoff.StandoffRequest.Requester;
import org.registrationrights.standoff.Transaction;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Section 7. */
final class StandoffCalculations {

    static final List<Calculation<?>> ALL =
            List.of(new Calculation<>("market-standoff", Asked.class, MarketStandoff.POLICIES, Asked::answer));

    private StandoffCalculations() {}

    /** @param transaction null where nobody asks about one */
    private record Asked(
            LocalDate effectiveDate,
            Instant effectiveAt,
            BigInteger days,
            Requester requestedBy,
            Boolean hasManagingUnderwriter,
            LocalDate requestReceivedDate,
            Transaction transaction) {

        Answer answer(Basis basis) {
            MarketStandoff standoff = MarketStandoff.of(
                    new StandoffRequest(
                            effectiveDate, effectiveAt, days, requestedBy, hasManagingUnderwriter, requestReceivedDate),
                    basis.terms(),
                    basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("binding", standoff.binding());
            if (!standoff.binding()) {
                result.put("reason", standoff.reason());
                return new Answer(result, standoff);
            }
            result.put("firstRestrictedDay", standoff.firstRestrictedDay().toString());
            result.put("lastRestrictedDay", standoff.lastRestrictedDay().toString());
            result.put("clamped", standoff.clamped());
            result.put("freeFrom", Explanation.text(standoff.freeFrom()));
            if (transaction == null) {
                return new Answer(result, standoff);
            }
            JudgedTransaction judged = standoff.judge(transaction);
            result.put("transaction", judged.verdict());
            if (judged.review() != null) {
                result.put("review", judged.review());
            }
            return new Answer(result, judged);
        }
    }
}
