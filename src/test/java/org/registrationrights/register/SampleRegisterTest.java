package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Policies;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;

class SampleRegisterTest {

    private static final LocalDate DEMO_STARTS = LocalDate.parse("2002-01-10");

    static ParsedRegister sample() {
        try (var reader = new InputStreamReader(
                SampleRegisterTest.class.getResourceAsStream("/sample/register.csv"), StandardCharsets.UTF_8)) {
            return RegisterCsv.parse(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void holdsTheseRegistrableSharesAtTheStartOfTheDemo() {
        assertThat(count(DEMO_STARTS).byHolder())
                .isEqualTo(Map.of(
                        "H-1", shares(600_000),
                        "H-2", shares(450_000),
                        "H-3", shares(450_000),
                        "H-4", shares(240_000),
                        "H-5", shares(200_000),
                        "H-6", shares(90_000),
                        "H-7", shares(60_000),
                        "H-9", shares(150_000),
                        "H-10", shares(50_000),
                        "H-12", shares(75_000)));
        assertThat(count(DEMO_STARTS).total()).isEqualTo(shares(2_365_000));
    }

    @Test
    void makesTheseHoldersAtTheStartOfTheDemo() {
        Map<String, BigInteger> registrable = count(DEMO_STARTS).byHolder();
        assertThat(sample().holders().stream()
                        .map(ParsedRegister.Row::holder)
                        .filter(holder ->
                                holder.isHolder(registrable.getOrDefault(holder.id(), BigInteger.ZERO), DEMO_STARTS))
                        .map(Holder::id))
                .containsExactly("H-1", "H-2", "H-3", "H-4", "H-5", "H-6", "H-7", "H-9", "H-12");
    }

    @Test
    void meetsEveryBranchOf1_7() {
        Map<String, LotStatus> status = count(DEMO_STARTS).status();
        assertThat(status.values()).contains(LotStatus.values());
        status.values().removeIf(standing -> standing == LotStatus.REGISTRABLE);
        assertThat(status)
                .isEqualTo(Map.ofEntries(
                        Map.entry("L-2", LotStatus.EXCLUDED_B),
                        Map.entry("L-3", LotStatus.EXCLUDED_C),
                        Map.entry("L-7", LotStatus.NOT_COVERED),
                        Map.entry("L-8", LotStatus.CEASED_Z),
                        Map.entry("L-10.1", LotStatus.CEASED_W),
                        Map.entry("L-13", LotStatus.CEASED_Z),
                        Map.entry("L-15", LotStatus.NOT_ISSUED),
                        Map.entry("L-16", LotStatus.NOT_ISSUED),
                        Map.entry("L-11.1", LotStatus.EXCLUDED_A),
                        Map.entry("L-17", LotStatus.CEASED_X_SOLD),
                        Map.entry("L-12.2", LotStatus.CEASED_Y),
                        Map.entry("L-19", LotStatus.CEASED_X_ELIGIBLE)));
    }

    @Test
    void neitherLosesNorMultipliesMergerSharesOnTheirWay() {
        assertThat(mergerShares(Lots.MERGER_DAY)).isEqualTo(shares(2_835_000));
        assertThat(mergerShares(DEMO_STARTS)).isEqualTo(shares(2_835_000));
    }

    @Test
    void hasPersonsOfManyKindsAndEveryWayOfNotice() {
        List<Holder> holders =
                sample().holders().stream().map(ParsedRegister.Row::holder).toList();
        assertThat(holders)
                .extracting(Holder::personType)
                .contains(
                        PersonType.INDIVIDUAL,
                        PersonType.CORPORATION,
                        PersonType.PARTNERSHIP,
                        PersonType.TRUST,
                        PersonType.ESTATE);
        assertThat(holders).extracting(Holder::preferredMethod).contains(NoticeMethod.values());
        assertThat(holders).extracting(Holder::role).contains(Role.values());
    }

    @Test
    void fitsAnEmptyRegister() {
        assertThat(sample().faultsAgainst(Map.of(), Map.of(), Map.of())).isEmpty();
    }

    private static RegistrableShares.Count count(LocalDate day) {
        return RegistrableShares.on(day, held(day), Policies.DEFAULTS).count();
    }

    private static BigInteger mergerShares(LocalDate day) {
        return held(day).stream()
                .filter(lot -> lot.source() == ShareLot.Source.MERGER)
                .map(ShareLot::shares)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<ShareLot> held(LocalDate day) {
        return sample().lots().stream().filter(lot -> lot.heldOn(day)).toList();
    }

    private static BigInteger shares(long shares) {
        return BigInteger.valueOf(shares);
    }
}
