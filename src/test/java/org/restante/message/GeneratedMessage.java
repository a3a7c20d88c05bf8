package org.restante.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A message made from its number alone, and what a reader must see of it.
 *
 * @param text sentences that stand in the text
 * @param source as it lies on the server
 */
record GeneratedMessage(
        String subject,
        String fromName,
        String fromAddress,
        Instant date,
        String text,
        List<GeneratedAttachment> attachments,
        byte[] source) {

    private static final Instant FIRST = Instant.parse("2024-02-03T04:05:06Z");
    private static final String BOUNDARY = "=-=boundary-%d=-=";

    static GeneratedMessage numbered(int number) {
        Random random = new Random(number);
        Phrase phrase = Phrase.ALL.get(number % Phrase.ALL.size());
        String charset = phrase.charsets().get(random.nextInt(phrase.charsets().size()));
        String subject = phrase.subject() + " " + number;
        Instant date = FIRST.plusSeconds(number * 3601L);
        List<GeneratedAttachment> attachments = IntStream.range(0, number % 4)
                .mapToObj(i -> GeneratedAttachment.of(random))
                .toList();
        String address = "person%d@sender.example".formatted(number);
        String head = "From: %s <%s>\r\nTo: reader@example.org\r\nSubject: %s\r\nDate: %s\r\nMIME-Version: 1.0\r\n"
                .formatted(
                        header(phrase.name(), charset, random),
                        address,
                        header(subject, charset, random),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                date.atOffset(ZoneOffset.ofHours(random.nextInt(20) - 9))));
        String text = phrase.text() + " No. " + number + ".";
        String whole = head + withAttachments(new GeneratedText(text, charset, random).part(), attachments);
        return new GeneratedMessage(
                subject, phrase.name(), address, date, text, attachments, whole.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String header(String text, String charset, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Encodings.words(text, charset, true);
            case 1 -> Encodings.words(text, charset, false);
            default -> Encodings.octets(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String withAttachments(String text, List<GeneratedAttachment> attachments) {
        List<String> parts = new ArrayList<>(List.of(text));
        attachments.forEach(attachment -> parts.add(attachment.part()));
        return attachments.isEmpty() ? text : multipart("mixed", 1, parts.toArray(String[]::new));
    }

    /** Returns a multipart of these parts, header fields and all; levels within each other need numbers of their own. */
    static String multipart(String subtype, int level, String... parts) {
        String boundary = BOUNDARY.formatted(level);
        StringBuilder out = new StringBuilder(
                "Content-Type: multipart/%s; boundary=\"%s\"\r\n\r\nPreamble\r\n".formatted(subtype, boundary));
        for (String part : parts) {
            out.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return out.append("--").append(boundary).append("--\r\n").toString();
    }
}
