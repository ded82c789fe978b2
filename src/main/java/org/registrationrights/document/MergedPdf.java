package org.registrationrights.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Many PDFs as one, for the printer. Each is written out as it comes and forgotten, but for where its objects stand:
 * PDFBox's own merger keeps all of them, and ten thousand letters do not fit into half a gigabyte. Streams that are
 * the same in several, such as fonts, are written once.
 */
public final class MergedPdf implements AutoCloseable {

    private static final int CATALOG = 1;
    private static final int PAGES = 2;

    private final OutputStream out;
    private final List<Long> offsets = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final Map<String, Integer> streams = new HashMap<>();
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private final COSWriter tokens = new COSWriter(token);
    private long position;

    // of the document at hand
    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final Deque<COSBase> unwritten = new ArrayDeque<>();

    public MergedPdf(OutputStream out) throws IOException {
        this.out = out;
        offsets.add(null);
        offsets.add(null);
        // the second line tells programs that it is binary
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /** Writes its pages after those before. */
    public void add(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                pages.add(number(flat(page)));
            }
            while (!unwritten.isEmpty()) {
                COSBase object = unwritten.remove();
                begin(numbers.get(object));
                value(object);
                write("\nendobj\n");
            }
            numbers.clear();
        }
    }

    @Override
    public void close() throws IOException {
        begin(PAGES);
        write("<</Type/Pages/Count " + pages.size() + "/Kids[");
        for (int page : pages) {
            write(page + " 0 R\n");
        }
        write("]>>\nendobj\n");
        begin(CATALOG);
        write("<</Type/Catalog/Pages " + PAGES + " 0 R>>\nendobj\n");
        long table = position;
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (long offset : offsets) {
            write(String.format("%010d 00000 n \n", offset));
        }
        write("trailer\n<</Size " + (offsets.size() + 1) + "/Root " + CATALOG + " 0 R>>\nstartxref\n" + table
                + "\n%%EOF\n");
        out.flush();
    }

    /** What a page takes over from the tree of pages that it stood in is its own here. */
    private static COSDictionary flat(PDPage page) {
        COSDictionary flat = new COSDictionary();
        flat.setItem(COSName.TYPE, COSName.PAGE);
        flat.setItem(COSName.MEDIA_BOX, page.getMediaBox());
        flat.setItem(COSName.RESOURCES, page.getResources());
        flat.setItem(COSName.CONTENTS, page.getCOSObject().getItem(COSName.CONTENTS));
        return flat;
    }

    private int number(COSBase object) throws IOException {
        Integer known = numbers.get(object);
        if (known != null) {
            return known;
        }
        if (object instanceof COSStream stream && isNothingButContent(stream)) {
            String content = Sha256.of(raw(stream)) + stream.getFilters();
            known = streams.get(content);
            if (known != null) {
                numbers.put(object, known);
                return known;
            }
            streams.put(content, offsets.size() + 1);
        }
        offsets.add(null);
        numbers.put(object, offsets.size());
        unwritten.add(object);
        return offsets.size();
    }

    private void value(COSBase value) throws IOException {
        if (value instanceof COSObject reference) {
            COSBase object = reference.getObject();
            if (object == null) {
                write("null");
            } else {
                write(number(object) + " 0 R");
            }
        } else if (value instanceof COSStream stream) {
            byte[] content = raw(stream);
            dictionary(stream, content.length);
            write("\nstream\n");
            write(content);
            write("\nendstream");
        } else if (value instanceof COSDictionary dictionary) {
            dictionary(dictionary, null);
        } else if (value instanceof COSArray array) {
            write("[");
            for (COSBase element : array) {
                value(element);
                write(" ");
            }
            write("]");
        } else {
            scalar(value);
        }
    }

    private void dictionary(COSDictionary dictionary, Integer length) throws IOException {
        write("<<");
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (!entry.getKey().equals(COSName.LENGTH)) {
                scalar(entry.getKey());
                write(" ");
                value(entry.getValue());
            }
        }
        if (length != null) {
            write("/Length " + length);
        }
        if (COSName.PAGE.equals(dictionary.getItem(COSName.TYPE))) {
            write("/Parent " + PAGES + " 0 R");
        }
        write(">>");
    }

    private static boolean isNothingButContent(COSStream stream) {
        return stream.getItem(COSName.TYPE) == null && stream.getItem(COSName.SUBTYPE) == null;
    }

    private static byte[] raw(COSStream stream) throws IOException {
        try (InputStream content = stream.createRawInputStream()) {
            return content.readAllBytes();
        }
    }

    private void begin(int number) throws IOException {
        offsets.set(number - 1, position);
        write(number + " 0 obj\n");
    }

    private void scalar(COSBase value) throws IOException {
        token.reset();
        value.accept(tokens);
        write(token.toByteArray());
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
