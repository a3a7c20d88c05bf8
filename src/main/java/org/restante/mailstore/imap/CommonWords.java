package org.restante.mailstore.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that stand in most structures: written as a number, and one string for all that read them. */
final class CommonWords {

    private static final List<String> WORDS = List.of(
            "",
            "1",
            "2",
            "1.1",
            "1.2",
            "3",
            "1.3",
            "1.1.1",
            "1.1.2",
            "4",
            "text/plain",
            "text/html",
            "multipart/alternative",
            "multipart/mixed",
            "multipart/related",
            "charset",
            "utf-8",
            "UTF-8",
            "us-ascii",
            "US-ASCII",
            "iso-8859-1",
            "ISO-8859-1",
            "windows-1252",
            "7bit",
            "8bit",
            "base64",
            "quoted-printable",
            "binary",
            "inline",
            "attachment",
            "name",
            "format",
            "flowed",
            "delsp",
            "yes",
            "no",
            "fixed",
            "type",
            "method",
            "REQUEST",
            "multipart/signed",
            "multipart/report",
            "message/rfc822",
            "message/delivery-status",
            "report-type",
            "delivery-status",
            "protocol",
            "application/pgp-signature",
            "application/pkcs7-signature",
            "micalg",
            "text/calendar",
            "application/pdf",
            "application/octet-stream",
            "application/zip",
            "application/ics",
            "image/png",
            "image/jpeg",
            "image/gif",
            "koi8-r",
            "gb2312",
            "iso-2022-jp",
            "iso-8859-15");

    private static final Map<String, Integer> INDEX = new HashMap<>();

    static {
        for (int i = 0; i < WORDS.size(); i++) {
            INDEX.put(WORDS.get(i), i);
        }
    }

    private CommonWords() {}

    /** Returns the number of a word, or -1 where it is not common. */
    static int indexOf(String word) {
        return INDEX.getOrDefault(word, -1);
    }

    static String at(int index) {
        return WORDS.get(index);
    }
}
