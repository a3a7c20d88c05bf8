package org.restante.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files of several types out of a line of text: {@code name.csv = first line|second line}. */
final class Attachments {

    /** A file; the text types are in UTF-8. */
    record File(String name, String type, byte[] content) {}

    private Attachments() {}

    static File of(String direction) throws IOException {
        String[] parts = direction.split("\\s*=\\s*", 2);
        String name = parts[0];
        List<String> lines = List.of(parts[1].split("\\|"));
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> new File(name, "application/pdf", Pdf.of(lines));
            case "png" -> new File(name, "image/png", Picture.png(lines.get(0)));
            case "zip" -> new File(name, "application/zip", zip(lines));
            case "ods" -> new File(name, "application/vnd.oasis.opendocument.spreadsheet", Spreadsheet.ods(lines));
            case "csv" -> new File(name, "text/csv", text(lines, "\r\n"));
            case "ics" -> new File(name, "text/calendar", text(lines, "\r\n"));
            case "eml" -> new File(name, "message/rfc822", text(lines, "\r\n"));
            case "txt" -> new File(name, "text/plain", text(lines, "\n"));
            default -> new File(name, "application/octet-stream", text(lines, "\n"));
        };
    }

    private static byte[] text(List<String> lines, String end) {
        return (String.join(end, lines) + end).getBytes(StandardCharsets.UTF_8);
    }

    /** Each line is a file of its own, as {@code name:content}, with {@code ;} between lines. */
    private static byte[] zip(List<String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String file : files) {
                String[] parts = file.split(":", 2);
                zip.putNextEntry(new ZipEntry(parts[0]));
                zip.write(of(parts[0] + " = " + parts[1].replace(';', '|')).content());
            }
        }
        return bytes.toByteArray();
    }
}
