package org.restante.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the smallest OpenDocument spreadsheet that opens. */
final class Spreadsheet {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private Spreadsheet() {}

    /** Returns a sheet of text cells, which are separated by semicolons in each line. */
    static byte[] ods(List<String> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            storeType(zip);
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write(Resources.bytes("files/manifest.xml"));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(Resources.text("files/content.xml")
                    .replace("$rows", lines.stream().map(Spreadsheet::row).collect(Collectors.joining()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The type comes first and uncompressed, so that programs recognise the file by its first bytes. */
    private static void storeType(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
    }

    private static String row(String line) {
        return Stream.of(line.split(";"))
                .map(cell -> "<table:table-cell office:value-type=\"string\"><text:p>" + cell
                        + "</text:p></table:table-cell>")
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
    }
}
