package org.registrationrights.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes a PDF of a page in words, as PDF/A with its fonts in it, so that it looks the same in ten years. Two typesettings
 * of the same words differ in their bytes. For one thread: it keeps the fonts that it has read, which take longer to
 * read than a letter to set.
 */
public final class Typesetter implements AutoCloseable {

    private static final String FAMILY = "Liberation Serif";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String STYLE = new String(resource("/letters/paper.css"), StandardCharsets.UTF_8);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final TrueTypeFont regular = font("Regular");
    private final TrueTypeFont bold = font("Bold");
    private final TrueTypeFont italic = font("Italic");

    public Pdf typeset(Draft draft) {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(COLOURS)
                    .usePDDocument(document);
            // what stands in a page is in it: a name in the register must not make the server fetch anything
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            use(builder, document, regular, 400, FontStyle.NORMAL);
            use(builder, document, bold, 700, FontStyle.NORMAL);
            use(builder, document, italic, 400, FontStyle.ITALIC);
            builder.withHtmlContent(draft.html().replace("<head>", "<head><style>" + STYLE + "</style>"), null);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            builder.toStream(pdf);
            builder.run();
            return new Pdf(pdf.toByteArray(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            regular.close();
            bold.close();
            italic.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void use(
            PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, int weight, FontStyle style)
            throws IOException {
        PDType0Font embedded = PDType0Font.load(document, font, true);
        // the same letters in every document: fonts are then the same bytes, which a merged print keeps once
        IntStream.rangeClosed(' ', '~').forEach(embedded::addToSubset);
        builder.useFont(new PDFontSupplier(embedded), FAMILY, weight, style, true);
    }

    private static TrueTypeFont font(String face) {
        try {
            TrueTypeFont font = new TTFParser()
                    .parse(new RandomAccessReadBuffer(resource("/fonts/LiberationSerif-" + face + ".ttf")));
            // looking for ligatures takes six times as long as everything else
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Typesetter.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
