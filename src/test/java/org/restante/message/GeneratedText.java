package org.restante.message;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/** The readable part of a {@link GeneratedMessage}: plain, HTML or both, with a picture in it or within a forwarded message's frame. */
record GeneratedText(String text, String charset, Random random) {

    private static final List<String> ENCODINGS = List.of("8bit", "quoted-printable", "base64");
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** Returns the part, its header fields included. */
    String part() {
        return switch (random.nextInt(5)) {
            case 0 -> plain();
            case 1 -> html();
            case 2 -> GeneratedMessage.multipart("alternative", 2, plain(), html());
            case 3 -> GeneratedMessage.multipart("related", 3, html(), picture());
            default ->
                GeneratedMessage.multipart(
                        "alternative", 2, plain(), GeneratedMessage.multipart("related", 3, html(), picture()));
        };
    }

    private String plain() {
        return encoded("plain", text + "\r\n\r\n> quoted\r\n\r\n-- \r\nSignature\r\n");
    }

    private String html() {
        return encoded(
                "html",
                "<html><head><style>p { color: navy }</style></head><body><p>%s</p><p><img src=\"cid:pixel@example.org\" alt=\"\"></p></body></html>"
                        .formatted(text));
    }

    private String encoded(String subtype, String content) {
        String encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
        return "Content-Type: text/%s; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"
                .formatted(
                        subtype,
                        charset,
                        encoding,
                        Encodings.transfer(encoding, content.getBytes(Charset.forName(charset))));
    }

    private static String picture() {
        return "Content-Type: image/png\r\nContent-ID: <pixel@example.org>\r\nContent-Disposition: inline\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + PIXEL + "\r\n";
    }
}
