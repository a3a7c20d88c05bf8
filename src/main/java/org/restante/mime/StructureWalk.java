package org.restante.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * The walk of RFC 8621 §4.1.4 over a message's structure, rule by rule in its order; what is nested too deeply is an
 * attachment, and the signature of multipart/signed is not.
 */
final class StructureWalk {

    /** As far as {@link StructureParser} goes. */
    private static final int DEEPEST = StructureParser.DEEPEST - 1;

    private static final int MOST_PARTS = StructureParser.MOST_PARTS - 1;

    private final List<Part> text = new ArrayList<>();
    private final List<Part> html = new ArrayList<>();
    private final List<Part> attachments = new ArrayList<>();
    private final List<Part> related = new ArrayList<>();
    private final List<Part> signatures = new ArrayList<>();
    private int parts;
    private boolean incomplete;

    Display walk(Part root) {
        new Level("mixed", false, 0, text, html).visit(List.of(root));
        return new Display(
                List.copyOf(text),
                List.copyOf(html),
                List.copyOf(attachments),
                List.copyOf(related),
                List.copyOf(signatures),
                incomplete);
    }

    private void attach(Part part) {
        if (part.id().isPresent()) {
            attachments.add(part);
        }
    }

    /** One multipart; its two lists are null from the point on where nothing more may go into them. */
    private final class Level {

        private final String kind;
        private final boolean inAlternative;
        private final int depth;
        private List<Part> textBody;
        private List<Part> htmlBody;

        Level(String kind, boolean inAlternative, int depth, List<Part> textBody, List<Part> htmlBody) {
            this.kind = kind;
            this.inAlternative = inAlternative;
            this.depth = depth;
            this.textBody = textBody;
            this.htmlBody = htmlBody;
        }

        void visit(List<Part> parts) {
            int textBefore = textBody == null ? -1 : textBody.size();
            int htmlBefore = htmlBody == null ? -1 : htmlBody.size();
            for (int i = 0; i < parts.size(); i++) {
                place(parts.get(i), i == 0);
            }
            if (kind.equals("alternative") && textBody != null && htmlBody != null) {
                completeAlternatives(textBefore, htmlBefore);
            }
        }

        private void place(Part part, boolean first) {
            parts++;
            if (parts >= MOST_PARTS || part.isOf("multipart") && depth >= DEEPEST) {
                incomplete = true;
            }
            if (parts > MOST_PARTS) {
                return;
            }
            if (part.isOf("multipart") && depth < DEEPEST) {
                String inner = part.type().substring("multipart/".length());
                boolean alternative = inAlternative || inner.equals("alternative");
                new Level(inner, alternative, depth + 1, textBody, htmlBody).visit(part.children());
            } else if (isOpened(part) && depth < DEEPEST) {
                new Level("related", inAlternative, depth + 1, textBody, htmlBody).visit(part.children());
            } else if (kind.equals("signed") && !first && isSignature(part)) {
                signatures.add(part);
            } else if (!isInline(part, first) || part.id().isEmpty()) {
                attach(part);
                rememberRelated(part);
            } else if (kind.equals("alternative")) {
                placeAlternative(part);
            } else {
                placeInline(part);
            }
        }

        /**
         * A text with a file name that does not come first is an attachment; so is all but the first part of
         * multipart/related.
         */
        private boolean isInline(Part part, boolean first) {
            boolean showable = isPlain(part) || isHtml(part) || isMedia(part);
            boolean placed = first
                    || !kind.equals("related")
                            && (isMedia(part) || part.fileName().isEmpty());
            return showable && placed && !part.disposition().equals("attachment");
        }

        private void placeAlternative(Part part) {
            if (isPlain(part)) {
                add(textBody, part);
            } else if (isHtml(part)) {
                add(htmlBody, part);
            } else {
                attach(part);
            }
        }

        private void placeInline(Part part) {
            if (inAlternative && isPlain(part)) {
                htmlBody = null;
            }
            if (inAlternative && isHtml(part)) {
                textBody = null;
            }
            add(textBody, part);
            add(htmlBody, part);
            if ((textBody == null || htmlBody == null) && isMedia(part)) {
                attach(part);
            }
        }

        private void completeAlternatives(int textBefore, int htmlBefore) {
            boolean noText = textBody.size() == textBefore;
            boolean noHtml = htmlBody.size() == htmlBefore;
            if (noText && !noHtml) {
                textBody.addAll(List.copyOf(htmlBody.subList(htmlBefore, htmlBody.size())));
            } else if (noHtml && !noText) {
                htmlBody.addAll(List.copyOf(textBody.subList(textBefore, textBody.size())));
            }
        }

        private void rememberRelated(Part part) {
            boolean picture = part.isOf("image")
                    && !part.contentId().isEmpty()
                    && !part.disposition().equals("attachment");
            if (picture && kind.equals("related")) {
                related.add(part);
            }
        }
    }

    private static void add(List<Part> list, Part part) {
        if (list != null) {
            list.add(part);
        }
    }

    /** The second part of multipart/signed (RFC 1847 §2.1), which is for programs. */
    private static boolean isSignature(Part part) {
        return part.type().startsWith("application/") && part.type().endsWith("-signature");
    }

    /** What was packed in a part of another format, such as winmail.dat, stands for it. */
    private static boolean isOpened(Part part) {
        return part.isOf("application") && !part.children().isEmpty();
    }

    private static boolean isPlain(Part part) {
        return part.type().equals("text/plain");
    }

    private static boolean isHtml(Part part) {
        return part.type().equals("text/html");
    }

    private static boolean isMedia(Part part) {
        return part.isOf("image") || part.isOf("audio") || part.isOf("video");
    }
}
