package org.restante.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a PDF of one page (ISO 32000-1 §7.5): a heading and lines of text, in the Latin script. */
final class Pdf {

    private static final Charset LATIN = Charset.forName("windows-1252");

    private Pdf() {}

    static byte[] of(List<String> lines) {
        String page = "BT /F1 18 Tf 72 760 Td (" + escaped(lines.get(0)) + ") Tj /F1 11 Tf 0 -14 Td\n"
                + lines.stream()
                        .skip(1)
                        .map(line -> "0 -18 Td (" + escaped(line) + ") Tj\n")
                        .collect(Collectors.joining())
                + "ET";
        return file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.getBytes(LATIN).length + " >>\nstream\n" + page + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
    }

    private static String escaped(String line) {
        return line.replaceAll("([\\\\()])", "\\\\$1");
    }

    private static byte[] file(List<String> objects) {
        var out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.writeBytes("%PDF-1.4\n".getBytes(LATIN));
        for (String object : objects) {
            offsets.add(out.size());
            out.writeBytes((offsets.size() + " 0 obj\n" + object + "\nendobj\n").getBytes(LATIN));
        }
        int size = objects.size() + 1;
        String table = offsets.stream().map("%010d 00000 n \n"::formatted).collect(Collectors.joining());
        out.writeBytes(
                "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(size, table, size, out.size())
                        .getBytes(LATIN));
        return out.toByteArray();
    }
}
