package org.registrationrights.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF's text back, as a person would from the page. */
public final class PdfText {

    /** Where the PDFs of the tests are left, to be looked at. */
    private static final Path LEFT = Path.of("target", "letters");

    private PdfText() {}

    /** Of all pages, its lines and blanks run together. */
    public static String of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and the file is left to be looked at. */
    public static String of(String name, byte[] pdf) {
        try {
            Files.createDirectories(LEFT);
            Files.write(LEFT.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(pdf);
    }
}
