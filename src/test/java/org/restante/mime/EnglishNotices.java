package org.restante.mime;

/** What readers of English are told. */
public final class EnglishNotices implements Notices {

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String remoteBlocked(int count) {
        return "Pictures from other sites are not loaded: " + count + ".";
    }

    @Override
    public String truncated() {
        return "This message is very long. Only its beginning is shown.";
    }
}
