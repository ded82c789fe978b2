package org.registrationrights.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.amendment.AmendmentConsent.Result;
import org.registrationrights.explanation.Step;

@Verifies(Clause.S11_3_A)
class AmendmentConsentTest {

    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    private static AmendmentConsent of(Map<String, BigInteger> registrable, List<String> consenting, boolean company) {
        return AmendmentConsent.of(new Consents(registrable, consenting, company), TERMS);
    }

    /** A consents, the others do not. */
    private static AmendmentConsent of(String consenting, String others) {
        return of(Map.of("A", new BigInteger(consenting), "B", new BigInteger(others)), List.of("A"), true);
    }

    @ParameterizedTest
    @CsvSource({
        "51, 49, 51, EFFECTIVE, 0",
        "50, 50, 51, SHORT, 1",
        "52, 49, 52, EFFECTIVE, 0", // of 101: 51.51
        "51, 50, 52, SHORT, 1",
        "1, 0, 1, EFFECTIVE, 0",
        "0, 1, 1, SHORT, 1",
        "1, 1, 2, SHORT, 1", // half is no 51 per cent
        // of 2^63 - 1, and of 100 * 2^70
        "4703919738795935662, 4519452298058840145, 4703919738795935662, EFFECTIVE, 0",
        "4703919738795935661, 4519452298058840146, 4703919738795935662, SHORT, 1",
        "60210172656587976474624, 57848989415153153867776, 60210172656587976474624, EFFECTIVE, 0",
        "60210172656587976474623, 57848989415153153867777, 60210172656587976474624, SHORT, 1"
    })
    void fiftyOnePerCentOfAllSharesAreNeeded(
            String consenting, String others, BigInteger required, Result result, BigInteger shortBy) {
        AmendmentConsent consent = of(consenting, others);

        assertThat(consent.outstanding()).isEqualTo(new BigInteger(consenting).add(new BigInteger(others)));
        assertThat(consent.consenting()).isEqualTo(new BigInteger(consenting));
        assertThat(consent.required()).isEqualTo(required);
        assertThat(consent.result()).isEqualTo(result);
        assertThat(consent.effective()).isEqualTo(result == Result.EFFECTIVE);
        assertThat(consent.shortBy()).isEqualTo(shortBy);
    }

    @Test
    void aConsentCountsOnceAndOnlyForSharesHeld() {
        AmendmentConsent consent = of(
                Map.of("A", BigInteger.valueOf(40), "B", BigInteger.ZERO, "C", BigInteger.valueOf(60)),
                List.of("A", "gone", "A", "B"),
                true);

        assertThat(consent.consenting()).isEqualTo(40);
        assertThat(consent.shortBy()).isEqualTo(11);
    }

    @Test
    void theCompanyMustConsentAndSomebodyMustHoldShares() {
        Map<String, BigInteger> none = Map.of("A", BigInteger.ZERO);
        Map<String, BigInteger> some = Map.of("A", BigInteger.ONE);

        assertThat(of(Map.of(), List.of(), true).result()).isEqualTo(Result.NO_REGISTRABLE_SHARES_MANUAL);
        assertThat(of(none, List.of("A"), false).result()).isEqualTo(Result.NO_REGISTRABLE_SHARES_MANUAL);
        assertThat(of(none, List.of("A"), false).required()).isZero();
        assertThat(of(some, List.of("A"), false).result()).isEqualTo(Result.NO_COMPANY_CONSENT);
        assertThat(of(some, List.of(), false).result()).isEqualTo(Result.NO_COMPANY_CONSENT);
        assertThat(of(some, List.of(), false).shortBy()).isOne();
        assertThat(of(some, List.of(), true).result()).isEqualTo(Result.SHORT);
    }

    @Test
    void thePartIsThatOfTheTerms() {
        AgreementTerms amended = new AgreementTerms(TERMS.agreementDate(), 10, 3, 180, 3, 67);
        Consents consents =
                new Consents(Map.of("A", BigInteger.valueOf(66), "B", BigInteger.valueOf(34)), List.of("A"), true);

        assertThat(AmendmentConsent.of(consents, amended).shortBy()).isOne();
    }

    @Test
    void theTestIsExactAndBlindToOrder() {
        long seed = 113;
        Random random = new Random(seed);
        for (int run = 0; run < 2000; run++) {
            int bits = List.of(2, 7, 30, 64, 100).get(random.nextInt(5));
            List<String> holders = new ArrayList<>();
            Map<String, BigInteger> registrable = new HashMap<>();
            List<String> consenting = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                holders.add("H" + i);
                registrable.put("H" + i, new BigInteger(bits, random));
                for (int times = random.nextInt(3); times > 0; times--) {
                    consenting.add("H" + i);
                }
            }
            AmendmentConsent consent = of(registrable, consenting, true);
            String what = "run %d of seed %d: %s".formatted(run, seed, consent.consents());

            BigInteger all = registrable.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger those = holders.stream()
                    .filter(consenting::contains)
                    .map(registrable::get)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            boolean enough =
                    those.multiply(BigInteger.valueOf(100)).compareTo(all.multiply(BigInteger.valueOf(51))) >= 0;
            assertThat(consent.effective()).as(what).isEqualTo(all.signum() > 0 && enough);
            assertThat(consent.shortBy().signum() == 0).as(what).isEqualTo(enough);

            Collections.shuffle(holders, random);
            Collections.shuffle(consenting, random);
            Map<String, BigInteger> shuffled = new LinkedHashMap<>();
            holders.forEach(holder -> shuffled.put(holder, registrable.get(holder)));
            assertThat(of(shuffled, consenting, true))
                    .as(what)
                    .usingRecursiveComparison()
                    .ignoringFields("consents")
                    .isEqualTo(consent);
        }
    }

    @Test
    void itTellsHowTheConsentsAreCounted() {
        Map<String, BigInteger> registrable = new LinkedHashMap<>();
        registrable.put("B", BigInteger.valueOf(495));
        registrable.put("A", BigInteger.valueOf(505));
        AmendmentConsent consent = of(registrable, List.of("A", "gone", "A"), true);

        List<Step> steps = consent.explain(null);
        assertThat(steps)
                .containsExactly(
                        step(
                                "the sum of all Registrable Shares of the day",
                                Map.of("B", "495", "A", "505"),
                                "outstanding",
                                "1000"),
                        step(
                                "the sum of those of the Holders that consented, once each",
                                Map.of("A", "505", "gone", "0"),
                                "consenting",
                                "505"),
                        step(
                                "outstanding times per cent over 100, rounded up to a whole share",
                                Map.of("outstanding", "1000", "percent", "51"),
                                "required",
                                "510"),
                        step(
                                "there are shares, the Company consents, and the consenting shares are enough",
                                Map.of(
                                        "outstanding",
                                        "1000",
                                        "companyConsent",
                                        "true",
                                        "consenting",
                                        "505",
                                        "required",
                                        "510"),
                                "result",
                                "SHORT"),
                        step(
                                "required less consenting",
                                Map.of("required", "510", "consenting", "505"),
                                "shortBy",
                                "5"));
        assertThat(steps.get(0).inputs().keySet()).containsExactly("B", "A");
        assertThat(of("51", "49").explain(null))
                .extracting(Step::name)
                .containsExactly("outstanding", "consenting", "required", "result");
    }

    @Test
    void itTellsWhatOneHolderCounts() {
        AmendmentConsent consent =
                of(Map.of("A", BigInteger.valueOf(505), "B", BigInteger.valueOf(495)), List.of("A", "gone"), true);

        assertThat(consent.explain("A")).containsExactly(counted("505", "true", "505"));
        assertThat(consent.explain("B")).containsExactly(counted("495", "false", "0"));
        assertThat(consent.explain("gone")).containsExactly(counted("0", "true", "0"));
        assertThatThrownBy(() -> consent.explain("C"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.UNKNOWN)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    private static Step counted(String registrable, String consented, String counted) {
        return step(
                "a Holder's Registrable Shares count, once, if it consented",
                Map.of("registrable", registrable, "consented", consented),
                "counted",
                counted);
    }

    private static Step step(String formula, Map<String, String> inputs, String name, String figure) {
        return new Step(Clause.S11_3_A, formula, inputs, name, figure, Map.of());
    }

    @Test
    void whatIsMissingOrNegativeIsRefused() {
        Map<String, BigInteger> one = Map.of("A", BigInteger.ONE);
        assertRefused(null, List.of(), true, "registrable");
        assertRefused(Map.of("A", BigInteger.valueOf(-1)), List.of(), true, "registrable.A");
        assertRefused(Collections.singletonMap("A", null), List.of(), true, "registrable.A");
        assertRefused(Map.of(" ", BigInteger.ONE), List.of(), true, "registrable");
        assertRefused(Collections.singletonMap(null, BigInteger.ONE), List.of(), true, "registrable");
        assertRefused(one, null, true, "consenting");
        assertRefused(one, List.of("A", " "), true, "consenting[1]");
        assertRefused(one, Arrays.asList("A", null), true, "consenting[1]");
        assertRefused(one, List.of("A"), null, "companyConsent");
    }

    private static void assertRefused(
            Map<String, BigInteger> registrable, List<String> consenting, Boolean company, String field) {
        assertThatThrownBy(() -> new Consents(registrable, consenting, company))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("clause", Clause.S11_3_A)
                .hasFieldOrPropertyWithValue("field", field);
    }
}
