package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages of all kinds, read back by another program's parser, say what was typed. */
@ApplicationTest
class ComposedMessagesTest {

    private static final List<String> SCRIPTS = List.of(
            "Grüße aus Köln, façade, Žluťoučký kůň",
            "Привет, как дела? Ёлка и щука",
            "Γειά σου κόσμε, τι κάνεις",
            "مرحبا بالعالم، كيف حالك اليوم",
            "שלום עולם, מה שלומך היום",
            "नमस्ते दुनिया, आप कैसे हैं",
            "你好世界，今天怎么样？這是繁體",
            "こんにちは世界、元気ですか",
            "안녕하세요 세계, 잘 지내요",
            "สวัสดี 👩‍👩‍👧 👍🏽 e\u0301 plain ASCII words");
    private static final int VARIANTS = 20;
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static final Instant NOW = Instant.parse("2026-11-24T10:11:12Z");

    @Autowired
    private Sending sending;

    @Autowired
    private MessageWriter writer;

    @Autowired
    private Contents contents;

    static Stream<List<Integer>> variants() {
        return Stream.iterate(0, i -> i + 1)
                .limit((long) SCRIPTS.size() * VARIANTS)
                .map(i -> List.of(i / VARIANTS, i % VARIANTS));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void say_what_was_typed(List<Integer> which) throws Exception {
        String script = SCRIPTS.get(which.get(0));
        int variant = which.get(1);
        List<DraftAttachment> files = files(script, variant);
        Draft draft = draft(script, variant, files);
        String name = variant % 4 == 0 ? "" : start(script, 8).strip() + (variant % 3 == 0 ? ", \"Dr.\"" : "");

        Message read = parsed(draft, name);

        assertThat(read.getSubject().strip()).isEqualTo(draft.fields().subject());
        assertThat(read.getMessageId()).isEqualTo(draft.messageId());
        assertThat(read.getDate().toInstant()).isEqualTo(NOW);
        assertThat(mailboxes(read.getTo())).isEqualTo(typed(draft.fields().to()));
        assertThat(mailboxes(read.getCc())).isEqualTo(typed(draft.fields().cc()));
        assertThat(mailboxes(read.getReplyTo())).isEqualTo(typed(draft.fields().replyTo()));
        assertThat(read.getHeader().getField("Bcc")).isNull();
        assertThat(
                        read.getFrom().get(0).getName() == null
                                ? ""
                                : read.getFrom().get(0).getName())
                .isEqualTo(name);
        assertThat(value(read, "References")).isEqualTo(draft.context().references());
        assertThat(value(read, "Importance"))
                .isEqualTo(
                        draft.fields().priority() == Priority.NORMAL
                                ? ""
                                : draft.fields().priority().word());
        assertBody(read, draft, files);
    }

    private void assertBody(Message read, Draft draft, List<DraftAttachment> files) throws IOException {
        Map<String, List<Entity>> parts = new LinkedHashMap<>();
        collect(read, parts);
        Entity plain = parts.get("text/plain").get(0);
        assertThat(unflowed(text(plain))).isEqualTo(draft.fields().text());
        if (!draft.fields().html().isEmpty()) {
            assertThat(text(parts.get("text/html").get(0)).replace("\r\n", "\n"))
                    .contains("<body>\n" + draft.fields().html() + "\n</body>");
        } else {
            assertThat(parts).doesNotContainKey("text/html");
        }
        for (DraftAttachment file : files) {
            Entity part = parts.get(file.type()).stream()
                    .filter(each -> file.name().equals(each.getFilename()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file.name() + " is not among "
                            + parts.get(file.type()).stream()
                                    .map(Entity::getFilename)
                                    .toList()));
            assertThat(octets(part)).isEqualTo(octetsOf(file));
            assertThat(part.getDispositionType()).isEqualTo(file.inText() ? "inline" : "attachment");
            if (file.inText()) {
                assertThat(part.getHeader().getField("Content-ID").getBody()).isEqualTo("<" + file.contentId() + ">");
            }
        }
    }

    private Draft draft(String script, int variant, List<DraftAttachment> files) {
        boolean designed = variant % 2 == 1;
        String long1 = (script + " ").repeat(variant % 5 * 3).strip();
        String text = String.join(
                "\n", script, "", "> quoted " + script, ">> twice", long1, "From here on", " indented", "-- ", "Me");
        String html = designed
                ? "<p dir=\"auto\">" + script + " <b>bold</b></p>" + "<p>" + "x".repeat(variant * 100) + "</p>"
                        + files.stream()
                                .filter(DraftAttachment::inText)
                                .map(file -> "<img src=\"cid:" + file.contentId() + "\">")
                                .reduce("", String::concat)
                : "";
        String person = "\"" + start(script, 6).replace("\"", "") + ", Team\" <a" + variant + "@b.example>";
        var fields = new DraftFields(
                "me@restante.example",
                variant % 7 == 6 ? "" : person + ", plain@b.example",
                variant % 3 == 1 ? "\"O'Neil \\\"X\\\"\" <c@b.example>; d@b.example" : "",
                variant % 3 != 0 ? "secret@b.example" : "",
                variant % 5 == 2 ? person : "",
                variant % 6 == 5 ? "" : (script + " " + long1).strip(),
                text,
                html,
                Priority.values()[variant % 3]);
        var context = variant % 4 == 2
                ? new DraftContext("<one@x.example>", "<zero@x.example> <one@x.example>", Optional.empty())
                : DraftContext.NONE;
        return new Draft("d".repeat(32), 1, 1, "<id" + variant + "@restante.example>", fields, context, files, NOW);
    }

    private List<DraftAttachment> files(String script, int variant) {
        List<DraftAttachment> files = new ArrayList<>();
        if (variant % 2 == 1 && variant % 3 == 0) {
            files.add(file(1, "Bild " + start(script, 4).strip() + ".png", "image/png", 5000 + variant, true));
        }
        if (variant % 4 >= 2) {
            files.add(file(2, script.replaceAll("[?\"]", "") + ".pdf", "application/pdf", 100_000 + variant, false));
            files.add(file(
                    3, "plain name; with=odd (signs), [and] more.bin", "application/octet-stream", variant, false));
        }
        return files;
    }

    private DraftAttachment file(int number, String name, String type, int size, boolean inText) {
        byte[] octets = new byte[size];
        new Random(size).nextBytes(octets);
        try (ContentWriter content = contents.create()) {
            content.write(octets, 0, size);
            content.finish();
            return new DraftAttachment(String.valueOf(number).repeat(32), name, type, size, content.id(), inText);
        }
    }

    private byte[] octetsOf(DraftAttachment file) throws IOException {
        try (InputStream in = contents.read(file.content())) {
            return in.readAllBytes();
        }
    }

    private Message parsed(Draft draft, String name) throws IOException {
        var octets = new ByteArrayOutputStream();
        writer.write(
                sending.compose(draft, Identity.named("me@restante.example", name), ZonedDateTime.ofInstant(NOW, ZONE)),
                octets);
        String raw = octets.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(raw).contains("+0545").doesNotContain("secret@b.example");
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        return builder.parseMessage(new ByteArrayInputStream(octets.toByteArray()));
    }

    private static void collect(Entity entity, Map<String, List<Entity>> parts) {
        if (entity.getBody() instanceof Multipart multipart) {
            multipart.getBodyParts().forEach(part -> collect(part, parts));
        } else {
            parts.computeIfAbsent(entity.getMimeType(), type -> new ArrayList<>())
                    .add(entity);
        }
    }

    private static byte[] octets(Entity part) throws IOException {
        try (InputStream in = ((SingleBody) part.getBody()).getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String text(Entity part) throws IOException {
        assertThat(part.getCharset()).isEqualToIgnoringCase("utf-8");
        return new String(octets(part), StandardCharsets.UTF_8);
    }

    /** RFC 3676 §4.2 to §4.5, for text whose own lines have no spaces at their ends. */
    private static String unflowed(String text) {
        var out = new StringBuilder();
        boolean open = false;
        for (String line : text.split("\r\n")) {
            String quote = line.replaceAll("^(>*).*", "$1");
            String words = line.substring(quote.length()).replaceFirst("^ ", "");
            boolean flows = words.endsWith(" ") && !words.equals("-- ");
            out.append(open ? "" : (quote + (quote.isEmpty() || words.isEmpty() ? "" : " ")))
                    .append(words);
            out.append(flows ? "" : "\n");
            open = flows;
        }
        return out.toString().stripTrailing();
    }

    /** Returns the first characters, none of them half: half a surrogate pair cannot be typed. */
    private static String start(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static List<String> mailboxes(AddressList list) {
        return list == null
                ? List.of()
                : list.flatten().stream().map(ComposedMessagesTest::shown).toList();
    }

    private static String shown(Mailbox mailbox) {
        return (mailbox.getName() == null ? "" : mailbox.getName()) + "|" + mailbox.getAddress();
    }

    private static List<String> typed(String list) {
        return Recipients.of(list).addresses().stream()
                .map(address -> address.name() + "|" + address.address())
                .toList();
    }

    private static String value(Message message, String field) {
        var found = message.getHeader().getField(field);
        return found == null ? "" : found.getBody().replaceAll("\\s+", " ").strip();
    }
}
