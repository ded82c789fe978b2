package org.registrationrights.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.Delivery.Service;
import org.registrationrights.notice.NoticeAndElection;

/** The deemed receipt of a mailed notice (11.1) and the window that it opens (2.1), over all days from 1999 to 2035. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class WindowBenchmark {

    private static final int NOTICES = 1000;
    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    private final List<List<Delivery>> notices = new ArrayList<>();

    @Setup
    public void drawMailings() {
        long first = Instant.parse("1999-01-01T12:00:00Z").getEpochSecond();
        long last = Instant.parse("2035-12-01T12:00:00Z").getEpochSecond();
        new Random(20010622)
                .longs(NOTICES, first, last)
                .mapToObj(Instant::ofEpochSecond)
                .forEach(at -> notices.add(List.of(Delivery.mail(at, Service.CERTIFIED, null))));
    }

    @Benchmark
    @OperationsPerInvocation(NOTICES)
    public void receiptAndWindow(Blackhole blackhole) {
        for (List<Delivery> notice : notices) {
            blackhole.consume(NoticeAndElection.of(notice, null, Holidays.shipped(), TERMS, Policies.DEFAULTS));
        }
    }
}
