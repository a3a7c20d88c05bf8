package org.restante.message;

import org.restante.mime.Notices;
import org.restante.web.Texts;

/** Tells in the person's language what of a message is missing. */
record BodyNotices(Texts texts) implements Notices {

    @Override
    public String language() {
        return texts.language().tag();
    }

    @Override
    public String remoteBlocked(int count) {
        return texts.get("message.body.remoteBlocked", count);
    }

    @Override
    public String truncated() {
        return texts.get("message.body.truncated");
    }
}
