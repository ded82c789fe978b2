package org.registrationrights.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Policies;

/** What every PDF has in common, and what becomes of many in one. */
class TypesetterTest {

    private static Draft draft(String text) {
        return new Draft(
                DocumentKind.NOTICE,
                "<html lang=\"en\"><head><title>A page</title></head><body><p>" + text + "</p></body></html>");
    }

    @Test
    void fontsAreInIt() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(Desk.pdf(draft("<b>Bold</b> <i>italic</i>")).bytes())) {
            PDPage page = document.getPage(0);
            assertThat(page.getResources().getFontNames()).hasSize(3).allSatisfy(name -> {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("LiberationSerif");
            });
            assertThat(document.getDocumentCatalog().getMetadata().exportXMPMetadata())
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .contains("pdfaid:part");
        }
    }

    @Test
    void namesOfAllOfEuropeAreRead() {
        String names = "Ærø Þór Łukasz Şahin Őrség Ђорђе Ελένη";
        assertThat(PdfText.of(Desk.pdf(draft(names)).bytes())).contains(names);
    }

    @Test
    void nothingIsFetchedFromOutside() {
        Pdf pdf = Desk.pdf(
                draft("<img src=\"file:///etc/hostname\"/><img src=\"http://localhost:1/x.png\"/>still there"));
        assertThat(PdfText.of(pdf.bytes())).contains("still there");
    }

    @Test
    void manyAreMergedPageByPageAndFontsAreKeptOnce() throws IOException {
        List<Pdf> letters = List.of(
                Desk.pdf(draft("First letter")),
                Desk.pdf(draft("Second letter<div class=\"page\">and its second page</div>")),
                Desk.pdf(draft("Third letter, to Þór")));
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        try (MergedPdf print = new MergedPdf(merged)) {
            for (Pdf letter : letters) {
                print.add(letter.bytes());
            }
        }
        try (PDDocument document = Loader.loadPDF(merged.toByteArray())) {
            assertThat(document.getNumberOfPages())
                    .isEqualTo(letters.stream().mapToInt(Pdf::pages).sum())
                    .isEqualTo(4);
            assertThat(List.of(text(document, 1), text(document, 2), text(document, 3), text(document, 4)))
                    .containsExactly("First letter", "Second letter", "and its second page", "Third letter, to Þór");
            assertThat(StreamSupport.stream(document.getPages().spliterator(), false))
                    .allSatisfy(
                            page -> assertThat(page.getMediaBox().getWidth()).isEqualTo(612f));
            long fontPrograms = document.getDocument().getXrefTable().keySet().stream()
                    .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                    .filter(object -> object instanceof org.apache.pdfbox.cos.COSDictionary dictionary
                            && COSName.FONT_DESC.equals(dictionary.getItem(COSName.TYPE)))
                    .map(descriptor ->
                            ((org.apache.pdfbox.cos.COSDictionary) descriptor).getCOSStream(COSName.FONT_FILE2))
                    .distinct()
                    .count();
            // one for all letters in ASCII, one for the letter that needs more
            assertThat(fontPrograms).isEqualTo(2);
        }
    }

    @Test
    void nobodyAtAllIsAPrintToo() throws IOException {
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        new MergedPdf(merged).close();
        try (PDDocument document = Loader.loadPDF(merged.toByteArray())) {
            assertThat(document.getNumberOfPages()).isZero();
        }
    }

    @Test
    void everyReadingThatLettersTellOfHasASentence() {
        Written written = new Written();
        for (String key : List.of(
                "zone",
                "businessDay",
                "lastDayRoll",
                "dayCount",
                "noticeMailReceipt",
                "electionMailGiven",
                "multipleDeliveries",
                "unlistedMethod",
                "numeratorBase",
                "denominator",
                "othersBase",
                "requestOverHolding",
                "fullInclusionWhenNoExclusion",
                "redistribution",
                "rounding",
                "parityUnit",
                "parityMeasure",
                "parityVoluntarySellers",
                "standoffStart",
                "standoffOverlong")) {
            for (String value : Policies.choices(key)) {
                assertThat(written.reading(key, Policies.DEFAULTS.with(java.util.Map.of(key, value))))
                        .as(key + " " + value)
                        .endsWith(".");
            }
        }
        assertThat(written.reading("zone", Policies.DEFAULTS)).contains("America/Los_Angeles");
    }

    @Test
    void shareCountsAreGroupedAndNamesAndDatesAreNot() {
        Written written = new Written();
        assertThat(written.grouped("1234567")).isEqualTo("1,234,567");
        assertThat(written.grouped("2000/30000")).isEqualTo("2,000/30,000");
        assertThat(written.grouped("60000 + 1234")).isEqualTo("60,000 + 1,234");
        assertThat(written.grouped("2002-01-10")).isEqualTo("2002-01-10");
        assertThat(written.grouped("Fund 2001, H-1234")).isEqualTo("Fund 2001, H-1234");
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        return text.getText(document).strip();
    }
}
