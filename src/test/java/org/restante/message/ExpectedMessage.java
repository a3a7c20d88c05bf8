package org.restante.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.restante.mime.AddressParser;
import org.restante.testing.Corpora;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another project's test says a reader gets from a message; what it does not say is null. */
record ExpectedMessage(String file, JsonNode expected) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where readers rightly differ, and why. */
    private static final Map<String, String> DISPUTED = Map.of(
            "stalwart-mail-parser/malformed-004.eml attachments",
            "no part begins where its boundary says: the text is shown, and nothing is attached",
            "stalwart-mail-parser/malformed-008.eml attachments",
            "both texts are shown, so neither is attached",
            "stalwart-mail-parser/malformed-020.eml text_contains",
            "the source of its HTML, of which this reader shows the meaning",
            "stalwart-mail-parser/thirdparty-015.eml attachments",
            "the outer boundary ends a nested message that does not end by itself, so three are attached");

    static List<ExpectedMessage> all() throws IOException {
        return Files.readAllLines(Corpora.folder().resolve("expect.jsonl")).stream()
                .map(JSON::readTree)
                .map((JsonNode line) -> new ExpectedMessage(line.get("file").stringValue(), line))
                .toList();
    }

    List<String> differences(ShownMessage shown) {
        List<String> differences = new ArrayList<>();
        equal("subject", shown.subject(), differences);
        from(shown.from(), differences);
        contained("text_contains", shown.text() + "\n" + shown.html(), differences);
        contained("html_contains", shown.html(), differences);
        attachments(shown.attachments(), differences);
        differences.removeIf(difference -> DISPUTED.keySet().stream().anyMatch(difference::startsWith));
        return differences;
    }

    /** Names may be quoted, or stand in a comment: what counts is who it is. */
    private void from(String shown, List<String> differences) {
        if (!expected.get("from").isNull()) {
            String who = AddressParser.parse(expected.get("from").stringValue().getBytes(StandardCharsets.UTF_8))
                    .get(0)
                    .toString();
            if (!fold(who.replace(" <>", "")).equals(fold(shown))) {
                differences.add(file + " from: " + expected.get("from") + " but " + shown);
            }
        }
    }

    private void equal(String field, String shown, List<String> differences) {
        if (!expected.get(field).isNull()
                && !fold(expected.get(field).stringValue()).equals(fold(shown))) {
            differences.add(file + " " + field + ": " + expected.get(field) + " but " + shown);
        }
    }

    private void contained(String field, String shown, List<String> differences) {
        if (!expected.get(field).isNull()
                && !fold(shown).contains(fold(expected.get(field).stringValue()))) {
            differences.add(file + " " + field + ": " + expected.get(field) + " not in " + shown);
        }
    }

    private void attachments(List<String> shown, List<String> differences) {
        List<String> left = new ArrayList<>(shown);
        JsonNode names = expected.get("attachments");
        if (!names.isNull()) {
            boolean all = names.size() == shown.size();
            for (JsonNode name : names) {
                all &= name.isNull() || left.remove(fold(name.stringValue()));
            }
            if (!all) {
                differences.add(file + " attachments: " + names + " but " + shown);
            }
        } else if (expected.has("attachment_names_include")) {
            for (JsonNode name : expected.get("attachment_names_include")) {
                if (!left.remove(fold(name.stringValue()))) {
                    differences.add(file + " attachment: " + name + " not in " + shown);
                }
            }
        } else if (expected.has("attachment_count") && !counts(shown.size())) {
            differences.add(file + " attachments: " + expected.get("attachment_count") + " but " + shown);
        }
    }

    private boolean counts(int shown) {
        JsonNode count = expected.get("attachment_count");
        if (count.isNumber()) {
            return count.intValue() == shown;
        }
        return java.util.stream.StreamSupport.stream(count.spliterator(), false)
                .anyMatch(one -> one.intValue() == shown);
    }

    private static String fold(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
