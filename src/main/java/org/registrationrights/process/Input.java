package org.registrationrights.process;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.WrittenTime;
import org.registrationrights.config.StrictTime;

/**
 * What people or programs put into a start or a task, taken out of the variables and checked. Neither the engine's REST
 * API nor Tasklist checks it, so each getter refuses what is missing or of the wrong kind, naming the variable.
 */
public final class Input {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,60}");
    /** What a share count's column holds. */
    private static final int MOST_DIGITS = 38;

    /** A form sends a text that was left empty, in a line of a list too. */
    private static final StringDeserializer BLANK_IS_ABSENT = new StringDeserializer() {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            return text == null || text.isBlank() ? null : text.strip();
        }
    };

    private static final ObjectMapper LINES = JsonMapper.builder()
            .addModule(new StrictTime())
            .addModule(new SimpleModule().addDeserializer(String.class, BLANK_IS_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final VariableScope variables;

    public Input(VariableScope variables) {
        this.variables = variables;
    }

    /** Null where it is absent or blank. */
    public String text(String name) {
        Object value = variables.getVariable(name);
        if (value != null && !(value instanceof String)) {
            throw Refusal.invalid(name, "must be a String");
        }
        return value == null || ((String) value).isBlank() ? null : printable(name, ((String) value).strip());
    }

    public String text(String name, int longest) {
        return checked(name, text(name), longest);
    }

    /**
     * The same text; null stays null.
     *
     * @throws Refusal for one that is longer, and for characters that nobody can read
     */
    public static String checked(String name, String text, int longest) {
        if (text == null) {
            return null;
        }
        if (text.length() > longest) {
            throw Refusal.invalid(name, "has more than " + longest + " characters");
        }
        return printable(name, text);
    }

    public String requiredText(String name, int longest) {
        return required(name, text(name, longest));
    }

    public boolean requiredBoolean(String name) {
        return required(name, bool(name));
    }

    /** False where it is absent: a form leaves out a box that is not ticked. */
    public boolean ticked(String name) {
        Boolean value = bool(name);
        return value != null && value;
    }

    /** Null where it is absent. */
    public Boolean bool(String name) {
        Object value = variables.getVariable(name);
        if (value != null && !(value instanceof Boolean)) {
            throw Refusal.invalid(name, "must be a Boolean");
        }
        return (Boolean) value;
    }

    /** A count of shares or cents, of at least zero; null where it is absent. */
    public BigInteger count(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw Refusal.invalid(name, "'" + text + "' is not a whole number");
        }
        return checked(name, new BigInteger(text));
    }

    public BigInteger requiredCount(String name) {
        return required(name, count(name));
    }

    /**
     * The same count; null stays null.
     *
     * @throws Refusal for a negative count and for one with more digits than are kept
     */
    public static BigInteger checked(String name, BigInteger count) {
        if (count == null) {
            return null;
        }
        if (count.signum() < 0) {
            throw Refusal.invalid(name, count + " is negative");
        }
        if (count.toString().length() > MOST_DIGITS) {
            throw Refusal.invalid(name, "has more than " + MOST_DIGITS + " digits");
        }
        return count;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name);
        return text == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid(
                                name, "'" + text + "' is not one of " + Arrays.toString(type.getEnumConstants())));
    }

    public <E extends Enum<E>> E requiredChoice(String name, Class<E> type) {
        return required(name, choice(name, type));
    }

    /** An ISO instant with offset; null where it is absent. */
    public Instant instant(String name) {
        String text = text(name, 40);
        try {
            return text == null ? null : WrittenTime.instant(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    name, "'" + text + "' is not an instant with offset, such as 2002-01-10T09:00:00-08:00");
        }
    }

    public Instant requiredInstant(String name) {
        return required(name, instant(name));
    }

    public LocalDate requiredDate(String name) {
        return required(name, date(name));
    }

    /** Null where it is absent. */
    public LocalDate date(String name) {
        String text = text(name, 40);
        try {
            return text == null ? null : WrittenTime.date(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(name, "'" + text + "' is not a date, such as 2002-01-10");
        }
    }

    /**
     * The lines of a list, or none. A form leaves out a list without lines, so that none must be said by a box of its own:
     * what was forgotten is not nothing.
     *
     * @param none the box; ticked where the list is absent
     */
    public <T> List<T> listOrNone(String name, Class<T> lineType, String none) {
        boolean absent = variables.getVariableTyped(name, false) == null;
        if (absent && !ticked(none)) {
            throw Refusal.invalid(name, "is required, or " + none + " must be true");
        }
        return absent ? List.of() : list(name, lineType);
    }

    /** The lines of a list, or none where it is absent. */
    public <T> List<T> listIfThere(String name, Class<T> lineType) {
        return variables.getVariableTyped(name, false) == null ? List.of() : list(name, lineType);
    }

    /** The lines of a list that came as {@code Json}. Counts may be strings, as in every form. */
    public <T> List<T> list(String name, Class<T> lineType) {
        // not deserialized, for broken text is the sender's fault and not ours
        TypedValue typed = required(name, variables.getVariableTyped(name, false));
        String value = typed instanceof SerializableValue serialized
                ? serialized.getValueSerialized()
                : String.valueOf(typed.getValue());
        try {
            List<T> lines = LINES.readerForListOf(lineType).readValue(value);
            return withoutGaps(name, lines == null ? List.of() : lines);
        } catch (JsonProcessingException e) {
            throw JsonFault.refusal(name, e);
        }
    }

    /** @throws Refusal for characters that nobody can read and that not every database keeps */
    public static String printable(String name, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(name, "holds a control character");
        }
        return text;
    }

    /** @throws Refusal for a list that has nothing in one of its places */
    public static <T> List<T> withoutGaps(String name, List<T> lines) {
        for (int i = 0; i < lines.size(); i++) {
            required(name + "[" + i + "]", lines.get(i));
        }
        return lines;
    }

    /** Takes form fields out of the instance once they stand in a table. */
    public void remove(List<String> names) {
        variables.removeVariables(names);
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw Refusal.invalid(name, "is required");
        }
        return value;
    }
}
