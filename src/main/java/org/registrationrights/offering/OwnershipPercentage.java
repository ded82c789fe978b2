package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.Denominator;
import org.registrationrights.agreement.Policies.NumeratorBase;
import org.registrationrights.agreement.Policies.OthersBase;
import org.registrationrights.agreement.Policies.RequestOverHolding;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;

/**
 * Each requesting Holder's part of all securities whose owners take part in the offering (1.3).
 *
 * @param holders all Holders, {@code others} all others who sell, and {@code policies} the readings, that it rests on
 * @param denominator what the requesting Holders and the others hold together; the Company's own shares are not in it
 */
@Implements(Clause.S1_3_A)
public record OwnershipPercentage(
        List<SellingHolder> holders,
        List<OtherSeller> others,
        Policies policies,
        Request.Book book,
        BigInteger denominator)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES =
            Set.of("numeratorBase", "denominator", "othersBase", "requestOverHolding");

    /**
     * @throws org.registrationrights.agreement.Refusal for a negative count, an id that is there twice, or more
     *     included than requested
     */
    public static OwnershipPercentage of(List<SellingHolder> holders, List<OtherSeller> others, Policies policies) {
        Request.Book book = Request.Book.of(holders, policies);
        OtherSeller.check(others);
        BigInteger denominator = book.base().add(ofOthers(others, policies));
        return new OwnershipPercentage(holders, others, policies, book, denominator);
    }

    /** By Holder, in their order, those that request only. */
    public Map<String, Fraction> ownership() {
        Map<String, Fraction> ownership = new LinkedHashMap<>();
        book.requests().forEach(request -> ownership.put(request.holder(), of(request)));
        return ownership;
    }

    /** The ids of the Holders whose requests do not count, sorted. */
    public List<String> notRequesting() {
        return book.notRequesting().stream().sorted().toList();
    }

    /** The ids of the Holders whose requests do not count because they exceed the holding, sorted. */
    public List<String> rejectedRequests() {
        return book.rejected().stream().sorted().toList();
    }

    @Override
    public List<Step> explain(String subject) {
        Explanation told = Explanation.under(policies);
        Request own = tellRequest(told, subject);
        if (own != null || subject == null) {
            tellRequests(told, own);
            tellDenominator(told, own);
        }
        if (own != null) {
            told.step(Clause.S1_3_A, "its own part of the denominator")
                    .with(own.holder(), own.base())
                    .with("denominator", denominator)
                    .gives("ownership." + own.holder() + ".fraction", text(of(own)));
        }
        return told.steps();
    }

    /** Always with its denominator: a part of the whole is told as {@code 1/1}. */
    public static String text(Fraction part) {
        return part.numerator() + "/" + part.denominator();
    }

    /** Tells the Holder's request, and gives it if it counts. */
    Request tellRequest(Explanation told, String holder) {
        if (holder == null) {
            return null;
        }
        SellingHolder asking = holders.stream()
                .filter(one -> one.id().equals(holder))
                .findFirst()
                .orElseThrow(() -> Explained.stranger(holder));
        Request request = book.requests().stream()
                .filter(one -> one.holder().equals(holder))
                .findFirst()
                .orElse(null);
        told.step(
                        Clause.S2_1_C,
                        policies.requestOverHolding() == RequestOverHolding.CLAMP
                                ? "what it asked for, as far as it holds the shares"
                                : "what it asked for; nothing if that is above what it holds")
                .with("asked", asking.requested())
                .with("held", asking.held())
                .reading("requestOverHolding")
                .gives("request." + holder, request == null ? BigInteger.ZERO : request.shares());
        return request;
    }

    /** @param own the request that is asked about; null where all are */
    void tellRequests(Explanation told, Request own) {
        Telling step = told.step(Clause.S2_1_C, "all requests that count").reading("requestOverHolding");
        addends(step, own, Request::shares, book.shares());
        if (own == null && !book.notRequesting().isEmpty()) {
            step.with("not requesting", notRequesting());
        }
        if (own == null && !book.rejected().isEmpty()) {
            step.with("rejected", rejectedRequests());
        }
        step.gives("requested", book.shares());
    }

    /** @param own as for {@link #tellRequests} */
    void tellDenominator(Explanation told, Request own) {
        BigInteger ofOthers = ofOthers(others, policies);
        BigInteger ofHolders = denominator.subtract(ofOthers);
        Telling requesting = told.step(
                        Clause.S1_3_A,
                        policies.numeratorBase() == NumeratorBase.HELD
                                ? "what the requesting Holders hold, together"
                                : "what the Holders request, in the place of what they hold, together")
                .reading("numeratorBase", "requestOverHolding");
        addends(requesting, own, Request::base, book.base());
        requesting.gives("ofHolders", ofHolders);
        Telling participating = told.step(Clause.S1_3_A, othersFormula()).reading("denominator", "othersBase");
        if (policies.denominator() == Denominator.HOLDERS_AND_OTHERS) {
            others.forEach(other -> participating.with(other.id(), other.weight(policies)));
        }
        participating.gives("ofOthers", ofOthers);
        told.step(Clause.S1_3_A, "the Holders' and the others', together")
                .with("ofHolders", ofHolders)
                .with("ofOthers", ofOthers)
                .gives("denominator", denominator);
    }

    /** Every Holder's figure, or where one Holder is asked about, its own and all the others' in one. */
    private void addends(Telling step, Request own, Function<Request, BigInteger> figure, BigInteger total) {
        if (own == null) {
            book.requests().forEach(request -> step.with(request.holder(), figure.apply(request)));
        } else {
            BigInteger mine = figure.apply(own);
            step.with(own.holder(), mine).with("the other Holders", total.subtract(mine));
        }
    }

    static <T> BigInteger sum(List<T> all, Function<T, BigInteger> count) {
        BigInteger total = BigInteger.ZERO;
        for (T one : all) {
            total = total.add(count.apply(one));
        }
        return total;
    }

    private Fraction of(Request request) {
        return Fraction.of(request.base(), denominator);
    }

    private String othersFormula() {
        if (policies.denominator() == Denominator.HOLDERS_ONLY) {
            return "what others hold is left out";
        }
        return (policies.othersBase() == OthersBase.ENTITLED_HELD
                        ? "what others hold that is entitled to registration, of every class, together"
                        : "what others include, of every class, together")
                + "; nothing of those that take no part or have no agreement with the Company";
    }

    private static BigInteger ofOthers(List<OtherSeller> others, Policies policies) {
        return policies.denominator() == Denominator.HOLDERS_ONLY
                ? BigInteger.ZERO
                : sum(others, other -> other.weight(policies));
    }
}
