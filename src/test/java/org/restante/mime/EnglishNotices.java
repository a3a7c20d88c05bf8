package org.restante.mime;

/** What readers of English are told. */
public final class EnglishNotices implements Notices {

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String quotation() {
        return "Quoted text";
    }

    @Override
    public String nested() {
        return "Message within this message";
    }

    @Override
    public String field(Field field) {
        return field.name();
    }

    @Override
    public String report(DeliveryReport.Recipient recipient) {
        return recipient.address() + " " + recipient.action() + " " + recipient.reason();
    }

    @Override
    public String encrypted() {
        return "This message is encrypted.";
    }

    @Override
    public String external(String where) {
        return "Elsewhere: " + where;
    }

    @Override
    public String incomplete() {
        return "Not all parts are shown.";
    }

    @Override
    public String truncated() {
        return "This message is very long. Only its beginning is shown.";
    }
}
