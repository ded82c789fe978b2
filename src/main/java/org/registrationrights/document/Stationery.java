package org.registrationrights.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Refusal;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The Company's letterhead, and the templates that stand below it. Whatever is put into one is text, never markup. */
public final class Stationery {

    private static final Written WRITTEN = new Written();

    private final Agreement agreement;
    private final String joinderForm;
    private final TemplateEngine templates = engine();
    private final TemplateEngine forms = new TemplateEngine();

    /**
     * @param joinderForm the agreement's own Exhibit A as a template; null for a sample that says that it is none
     * @throws Refusal for a form that cannot be read
     */
    public Stationery(Agreement agreement, Path joinderForm) {
        this.agreement = agreement;
        this.joinderForm = joinderForm == null ? null : read(joinderForm);
        StringTemplateResolver text = new StringTemplateResolver();
        text.setTemplateMode(TemplateMode.HTML);
        forms.setTemplateResolver(text);
    }

    /** @param content what the kind's template knows as {@code it} */
    public Draft letter(DocumentKind kind, Heading heading, Record content) {
        return new Draft(kind, templates.process("letter", context(kind, heading, content)));
    }

    /** A paper for the desk or counsel: no letter, and for wide tables. */
    public Draft paper(DocumentKind kind, Heading heading, Record content) {
        return new Draft(kind, templates.process("paper", context(kind, heading, content)));
    }

    /** A form of the agreement, which the operator supplies. */
    public Draft form(DocumentKind kind, Record content) {
        Context context = context(kind, null, content);
        return new Draft(
                kind,
                joinderForm == null ? templates.process(kind.slug(), context) : forms.process(joinderForm, context));
    }

    private Context context(DocumentKind kind, Heading heading, Record content) {
        Map<String, Object> known = new HashMap<>();
        known.put("kind", kind);
        known.put("heading", heading);
        known.put("it", content);
        known.put("company", agreement.company());
        known.put("counsel", agreement.companyCounsel());
        known.put("agreementDate", agreement.date());
        known.put("written", WRITTEN);
        return new Context(Locale.US, known);
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("letters/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }

    private static String read(Path file) {
        if (!Files.isReadable(file)) {
            throw Refusal.invalid("agreement.joinder-form", file + " cannot be read");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
