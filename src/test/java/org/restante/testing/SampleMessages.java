package org.restante.testing;

/** Messages that several tests need. */
public final class SampleMessages {

    /** Plain text and HTML with a picture in it (part 1.2.2), and an attachment (part 2). */
    public static final String WITH_ALL_KINDS_OF_PARTS = """
            From: Anna <anna@sender.example>
            To: reader@example.org
            Subject: All kinds of parts
            Date: Mon, 23 Nov 2026 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=one

            --one
            Content-Type: multipart/alternative; boundary=two

            --two
            Content-Type: text/plain; charset=utf-8

            Plain words
            --two
            Content-Type: multipart/related; boundary=three

            --three
            Content-Type: text/html; charset=utf-8

            <p>Designed words</p><img src="cid:pixel@example.org">
            --three
            Content-Type: image/png
            Content-ID: <pixel@example.org>
            Content-Disposition: inline
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            --three--
            --two--
            --one
            Content-Type: text/csv; charset=utf-8
            Content-Disposition: attachment; filename=numbers.csv

            1;2;3
            --one--
            """;

    private SampleMessages() {}
}
