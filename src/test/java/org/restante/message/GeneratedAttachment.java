package org.restante.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * An attachment of a {@link GeneratedMessage}.
 *
 * @param encoding how it travels
 * @param writtenName the file name's parameter as it stands in the message
 */
record GeneratedAttachment(String name, String type, String encoding, String writtenName, byte[] content) {

    private static final List<String> NAMES = List.of(
            "plan.pdf",
            "Rechnung für Müller.pdf",
            "договор.docx",
            "会議資料.xlsx",
            "تقرير.txt",
            "with spaces and (brackets).csv",
            "naïve résumé 🙂.odt");
    private static final List<String> ENCODINGS = List.of("base64", "quoted-printable", "8bit");
    private static final int LARGEST = 60_000;

    static GeneratedAttachment of(Random random) {
        if (random.nextInt(6) == 0) {
            return forwarded(random.nextInt());
        }
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
        byte[] content = encoding.equals("8bit") ? lines(random) : anything(random);
        return new GeneratedAttachment(name, type(name), encoding, writtenName(name, random), content);
    }

    private static GeneratedAttachment forwarded(int number) {
        String message =
                "From: Anna <anna@example.org>\r\nSubject: Forwarded %d\r\n\r\nThe text.\r\n".formatted(number);
        byte[] content = message.getBytes(StandardCharsets.US_ASCII);
        return new GeneratedAttachment("letter.eml", "message/rfc822", "7bit", "filename=letter.eml", content);
    }

    private static byte[] anything(Random random) {
        byte[] content = new byte[random.nextInt(LARGEST)];
        random.nextBytes(content);
        return content;
    }

    /** Lines of text as RFC 2045 section 2.8 allows them, in UTF-8. */
    private static byte[] lines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(300); i >= 0; i--) {
            text.append(Phrase.ALL.get(random.nextInt(Phrase.ALL.size())).subject())
                    .append(' ')
                    .append(random.nextInt())
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> "application/pdf";
            case "txt" -> "text/plain; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private static String writtenName(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Encodings.extendedParameter("filename", name);
            case 1 -> "filename=\"" + Encodings.words(name, "utf-8", true).replace("\r\n", "") + "\"";
            default -> "filename=\"" + Encodings.octets(name.getBytes(StandardCharsets.UTF_8)) + "\"";
        };
    }

    String part() {
        return "Content-Type: %s\r\nContent-Transfer-Encoding: %s\r\nContent-Disposition: attachment;\r\n %s\r\n\r\n%s"
                .formatted(type, encoding, writtenName, Encodings.transfer(encoding, content));
    }
}
