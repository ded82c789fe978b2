package org.registrationrights.benchmark;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.registrationrights.agreement.Policies;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.registrationrights.offering.SellingHolder;

/** The cutback (2.3) of many Holders, beside the sort of the same holdings as a measure of the machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class CutbackBenchmark {

    @Param({"100000", "1000000"})
    int count;

    private List<SellingHolder> holders;
    private List<OtherSeller> others;
    private BigInteger available;

    @Setup
    public void drawHoldings() {
        Random random = new Random(20010622);
        holders = new ArrayList<>(count);
        BigInteger requested = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            BigInteger held = BigInteger.valueOf(1 + random.nextInt(1_000_000));
            BigInteger asked = BigInteger.valueOf(1 + random.nextInt(held.intValue()));
            holders.add(new SellingHolder("H-" + i, held, asked));
            requested = requested.add(asked);
        }
        others = List.of(new OtherSeller(
                "O-1", SecurityClass.PIGGYBACK, requested, requested, BigInteger.ZERO, true, true, true));
        available = requested.divide(BigInteger.TWO);
    }

    @Benchmark
    public List<SellingHolder> sort() {
        List<SellingHolder> sorted = new ArrayList<>(holders);
        sorted.sort(Comparator.comparing(SellingHolder::held));
        return sorted;
    }

    @Benchmark
    public Cutback cutback() {
        return Cutback.allocate(holders, others, available, Policies.DEFAULTS);
    }
}
