package org.restante.mime.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void version_four_is_read() {
        Contact contact = Contact.read("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Anna Łuczak
                ORG:Library;Music department
                TITLE:Director
                item1.EMAIL;TYPE=work:anna@library.example
                TEL;VALUE=uri;TYPE="voice,home":tel:+49-30-1234
                ADR;LABEL="x":;;Street 1\\, rear;Berlin;;10115;Germany
                BDAY:--0412
                PHOTO;VALUE=uri:https://tracker.example/p.png
                NOTE:One\\nTwo
                END:VCARD
                """).get(0);
        assertThat(contact)
                .isEqualTo(new Contact(
                        "Anna Łuczak",
                        "Library, Music department",
                        "Director",
                        java.util.List.of("anna@library.example"),
                        java.util.List.of("+49-30-1234"),
                        java.util.List.of("Street 1, rear, Berlin, 10115, Germany"),
                        java.util.List.of(),
                        "--0412",
                        "One\nTwo"));
    }

    @Test
    void version_two_is_read_in_quoted_printable() {
        Contact contact = Contact.read("""
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=
                rgen;;Dr.
                TEL;WORK;VOICE:+49 30 99
                NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=FC=DFe=0D=0Aund mehr
                PHOTO;JPEG;BASE64:
                 AAAA
                END:VCARD
                """.replace("\n", "\r\n")).get(0);
        assertThat(contact.name()).isEqualTo("Dr. Jürgen Müller");
        assertThat(contact.telephones()).containsExactly("+49 30 99");
        assertThat(contact.note()).isEqualTo("Grüße\nund mehr");
    }

    @Test
    void what_would_mislead_the_eye_is_gone() {
        Contact contact =
                Contact.read("BEGIN:VCARD\nFN:a\u202Eb\u0007c\nEND:VCARD\n").get(0);
        assertThat(contact.name()).isEqualTo("abc");
    }
}
