package org.restante.message;

import org.restante.mime.DeliveryReport;
import org.restante.mime.Notices;
import org.restante.web.Texts;

/** Tells in the person's language what of a message is missing. */
record BodyNotices(Texts texts) implements Notices {

    @Override
    public String language() {
        return texts.language().tag();
    }

    @Override
    public String quotation() {
        return texts.get("message.quote");
    }

    @Override
    public String nested() {
        return texts.get("message.nested");
    }

    @Override
    public String field(Field field) {
        return switch (field) {
            case FROM -> texts.get("message.field.from");
            case TO -> texts.get("message.field.to");
            case DATE -> texts.get("message.field.date");
        };
    }

    @Override
    public String report(DeliveryReport.Recipient recipient) {
        return switch (recipient.action()) {
            case FAILED -> texts.get("message.report.failed", recipient.address(), reason(recipient.reason()));
            case DELAYED -> texts.get("message.report.delayed", recipient.address());
            case DELIVERED -> texts.get("message.report.delivered", recipient.address());
        };
    }

    private String reason(DeliveryReport.Reason reason) {
        return switch (reason) {
            case NO_MAILBOX -> texts.get("message.report.noMailbox");
            case FULL -> texts.get("message.report.full");
            case NO_HOST -> texts.get("message.report.noHost");
            case TOO_LARGE -> texts.get("message.report.tooLarge");
            case REFUSED -> texts.get("message.report.refused");
            case OTHER -> texts.get("message.report.other");
        };
    }

    @Override
    public String encrypted() {
        return texts.get("message.encrypted");
    }

    @Override
    public String external(String where) {
        return texts.get("message.external", where);
    }

    @Override
    public String incomplete() {
        return texts.get("message.body.incomplete");
    }

    @Override
    public String truncated() {
        return texts.get("message.body.truncated");
    }
}
