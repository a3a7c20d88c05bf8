package org.restante.mime;

import org.restante.mime.html.PlainText;

/** The document around a message's body. */
final class FrameDocument {

    static final String SEPARATOR = "<hr class=\"restante-separator\">";

    /**
     * What a message must not be able to hide: in a layer, since there "important" wins over that of the message,
     * whose style has no layers.
     */
    private static final String PROTECTED = """
            @layer restante {
              html, body {
                display: block !important; visibility: visible !important; opacity: 1 !important;
                height: auto !important; max-height: none !important; float: none !important;
              }
              .restante-host {
                all: revert !important; display: inline !important; visibility: visible !important; opacity: 1 !important;
                margin-inline: .3em !important; padding: 0 .2em !important; font: bold 13px/1.4 sans-serif !important;
                color: #7a1f00 !important; background: #fff3e0 !important; unicode-bidi: isolate !important; direction: ltr !important;
              }
              .restante-notice {
                all: revert !important; display: block !important; visibility: visible !important; margin: 0 0 1em !important;
                padding: .5em .9em !important; border-radius: 8px !important; font: 13px/1.4 system-ui, sans-serif !important;
                color: #4f4d47 !important; background: #f3f2ee !important;
              }
              .restante-text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
              .restante-text a { unicode-bidi: isolate; }
              .restante-signature { opacity: .7; }
              .restante-quote { margin: 0 0 0 .2em; padding-inline-start: .8em; border-inline-start: 2px solid #8aa; }
              .restante-blocked { outline: 1px dotted #999; }
              .restante-message { margin-block: 1.2em; padding: .8em 1em; border: 1px solid #8888; border-radius: 6px; }
              .restante-quoted > summary { cursor: pointer; width: fit-content; opacity: .75; }
              .restante-quoted > summary::after { content: attr(title); }
              .restante-heading { margin-block-end: 1.2em; padding-block-end: .8em; border-block-end: 1px solid #8888; }
              .restante-heading h1 { font-size: 1.4em; margin: 0 0 .4em; }
              .restante-heading p { margin: .1em 0; }
              .restante-table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
              .restante-table td { padding: .2em .6em; border: 1px solid #8888; white-space: pre-wrap; vertical-align: top; }
              .restante-picture { max-width: 100%; height: auto; }
            }
            """;

    private FrameDocument() {}

    /** Returns the document with this content; the style may be overridden by the message, the notices not. */
    static String around(CharSequence content, String style, String notices) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"referrer\" content=\"no-referrer\"><style>" + PROTECTED + "</style><style>"
                + style.replace("</", "<\\/") + "</style></head><body>" + notices + content + "</body></html>";
    }

    /** Returns what the reader is told about what is missing. */
    static String notices(boolean truncated, Notices notices) {
        return truncated ? notice(notices.truncated(), notices) : "";
    }

    static String notice(String text, Notices notices) {
        return "<div class=\"restante-notice\" dir=\"auto\" lang=\"" + attribute(notices.language()) + "\">"
                + PlainText.escape(text) + "</div>";
    }

    /** Returns a picture that stands between the texts of a message. */
    static String picture(String path, String name) {
        return "<p><img class=\"restante-picture\" src=\"" + attribute(path) + "\" alt=\"" + attribute(name)
                + "\"></p>";
    }

    private static String attribute(String text) {
        return PlainText.escape(text);
    }
}
