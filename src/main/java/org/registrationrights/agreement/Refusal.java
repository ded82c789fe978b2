package org.registrationrights.agreement;

/**
 * The answer to input that cannot be taken: one sentence that names the field and, where one decides, the clause.
 * Whatever has been stored in the same transaction is rolled back.
 */
public final class Refusal extends RuntimeException {

    /** What was wrong: the input itself (HTTP 400), an id nobody knows (404), or the state it meets (409). */
    public enum Kind {
        INVALID,
        UNKNOWN,
        CONFLICT
    }

    private final Kind kind;
    private final String field;
    private final String sentence;
    private final Clause clause;

    private Refusal(Kind kind, String field, String sentence, Clause clause) {
        super(field + ": " + sentence + (clause == null ? "" : " (" + clause.citation() + ")"));
        this.kind = kind;
        this.field = field;
        this.sentence = sentence;
        this.clause = clause;
    }

    public static Refusal invalid(String field, String sentence) {
        return new Refusal(Kind.INVALID, field, sentence, null);
    }

    public static Refusal invalid(String field, String sentence, Clause clause) {
        return new Refusal(Kind.INVALID, field, sentence, clause);
    }

    public static Refusal unknown(String field, String sentence) {
        return new Refusal(Kind.UNKNOWN, field, sentence, null);
    }

    public static Refusal conflict(String field, String sentence, Clause clause) {
        return new Refusal(Kind.CONFLICT, field, sentence, clause);
    }

    public static Refusal conflict(String field, String sentence) {
        return new Refusal(Kind.CONFLICT, field, sentence, null);
    }

    /** @throws Refusal where the value is missing, or a blank text */
    public static <T> T required(String field, T value) {
        return required(field, value, null);
    }

    /**
     * The value, if it is there.
     *
     * @param clause why it is needed
     */
    public static <T> T required(String field, T value, Clause clause) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw invalid(field, "is required", clause);
        }
        return value;
    }

    /**
     * A text that people read, on one line, without the blanks around it.
     *
     * @throws Refusal for one that is missing, blank, too long, or holds a control character
     */
    public static String requiredText(String field, String text, int longest, Clause clause) {
        if (text == null || text.isBlank()) {
            throw invalid(field, "is required", clause);
        }
        if (text.length() > longest) {
            throw invalid(field, "has more than " + longest + " characters", clause);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field, "holds a control character", clause);
        }
        return text.strip();
    }

    /** The same fault told of the whole: {@code mailedAt} becomes {@code deliveries[0].mailedAt}. */
    public Refusal within(String path) {
        return new Refusal(kind, path + "." + field, sentence, clause);
    }

    /** The same fault of a field that its sender knows by another path. */
    public Refusal at(String path) {
        return new Refusal(kind, path, sentence, clause);
    }

    /** What is wrong with the field, with the clause that decides. */
    public String sentence() {
        return sentence + (clause == null ? "" : " (" + clause.citation() + ")");
    }

    public Kind kind() {
        return kind;
    }

    /** The input's path, such as {@code holders[3].requested}. */
    public String field() {
        return field;
    }

    /** The clause that decides, or null where the fault is one of form only. */
    public Clause clause() {
        return clause;
    }
}
