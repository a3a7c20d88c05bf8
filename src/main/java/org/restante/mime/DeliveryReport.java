package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a message/delivery-status says (RFC 3464): what became of a message, for each of those it was for; at most 20.
 */
public record DeliveryReport(List<Recipient> recipients) {

    private static final int MOST = 20;

    /** What became of a message. */
    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED
    }

    /** Why, by the enhanced status code (RFC 3463). */
    public enum Reason {
        NO_MAILBOX,
        FULL,
        NO_HOST,
        TOO_LARGE,
        REFUSED,
        OTHER
    }

    /**
     * What became of a message to somebody.
     *
     * @param address the address, as the report has it
     */
    public record Recipient(String address, Action action, Reason reason) {}

    /** Reads the report; groups of fields that name no recipient or no action are passed over. Never throws. */
    public static DeliveryReport parse(String text) {
        List<Recipient> recipients = new ArrayList<>();
        for (String group : text.replace("\r\n", "\n").split("\n[ \t]*\n+", MOST + 2)) {
            HeaderFields fields = HeaderFields.parse(group.strip().getBytes(StandardCharsets.UTF_8));
            String address = address(fields);
            Action action = action(fields.text("Action").toLowerCase(Locale.ROOT));
            if (!address.isEmpty() && action != null && recipients.size() < MOST) {
                recipients.add(new Recipient(address, action, reason(fields)));
            }
        }
        return new DeliveryReport(List.copyOf(recipients));
    }

    /** {@code rfc822; anna@example.org}. */
    private static String address(HeaderFields fields) {
        String original = fields.text("Original-Recipient");
        String named = original.isEmpty() ? fields.text("Final-Recipient") : original;
        return named.substring(named.indexOf(';') + 1).strip();
    }

    private static Action action(String action) {
        return switch (action) {
            case "failed" -> Action.FAILED;
            case "delayed" -> Action.DELAYED;
            case "delivered", "relayed", "expanded" -> Action.DELIVERED;
            default -> null;
        };
    }

    private static Reason reason(HeaderFields fields) {
        String status = fields.text("Status").strip();
        String diagnostic = fields.text("Diagnostic-Code").toLowerCase(Locale.ROOT);
        String detail = status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}.*")
                ? status.substring(2).split("[^0-9.]")[0]
                : "";
        return switch (detail) {
            case "1.1", "1.0", "1.3", "1.6", "2.1" -> Reason.NO_MAILBOX;
            case "2.2" -> Reason.FULL;
            case "1.2", "4.4", "1.10" -> Reason.NO_HOST;
            case "2.3", "3.4" -> Reason.TOO_LARGE;
            default -> detail.startsWith("7.") ? Reason.REFUSED : byWords(diagnostic);
        };
    }

    private static Reason byWords(String diagnostic) {
        if (diagnostic.contains("user unknown")
                || diagnostic.contains("no such user")
                || diagnostic.contains("unknown user")) {
            return Reason.NO_MAILBOX;
        } else if (diagnostic.contains("quota")
                || diagnostic.contains("mailbox full")
                || diagnostic.contains("mailbox is full")) {
            return Reason.FULL;
        } else if (diagnostic.contains("host not found") || diagnostic.contains("unknown host")) {
            return Reason.NO_HOST;
        }
        return Reason.OTHER;
    }
}
