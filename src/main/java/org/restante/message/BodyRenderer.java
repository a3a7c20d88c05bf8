package org.restante.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.message.remote.ImageAddresses;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.HeaderFields;
import org.restante.mime.MessageBody;
import org.restante.mime.Part;
import org.restante.mime.RenderedBody;
import org.restante.mime.TextDecoding;
import org.restante.web.Texts;
import org.springframework.stereotype.Component;

/** Makes the document of a message's frame. */
@Component
class BodyRenderer {

    /** Octets of one part's text that are shown; the whole is in the source. */
    private static final int MOST_TEXT = 1 << 20;

    private final BodyStyles styles;
    private final ImageAddresses addresses;
    private final SenderAuthenticity authenticity;
    private final Timer sanitising;

    BodyRenderer(BodyStyles styles, ImageAddresses addresses, SenderAuthenticity authenticity, MeterRegistry meters) {
        sanitising = meters.timer("restante.message.sanitising");
        this.authenticity = authenticity;
        this.styles = styles;
        this.addresses = addresses;
    }

    /**
     * Reads and renders.
     *
     * @param contextPath what all paths of this site begin with
     * @throws IOException where the mailbox fails
     */
    RenderedBody render(
            OpenMailbox mailbox,
            MessageSummary message,
            BodyView view,
            SignedIn person,
            Texts texts,
            String contextPath)
            throws IOException {
        return render(mailbox, message, view, person, texts, contextPath, "");
    }

    /**
     * Reads and renders.
     *
     * @param heading safe HTML that stands above the text
     * @throws IOException where the mailbox fails
     */
    RenderedBody render(
            OpenMailbox mailbox,
            MessageSummary message,
            BodyView view,
            SignedIn person,
            Texts texts,
            String contextPath,
            String heading)
            throws IOException {
        MessageRef ref = message.ref();
        String address = contextPath + "/mail/" + ref.mailbox().toAddress() + "/" + ref.key();
        boolean allowed = authenticity.allowsImages(mailbox, message, person);
        Display display = Display.of(message.structure());
        MessageBody.Options options = new MessageBody.Options(
                view.text(),
                styles.ofBody(),
                part -> address + "/parts/" + part.value(),
                view.images(allowed, person, addresses, contextPath),
                new BodyNotices(texts),
                heading);
        Contents contents = new Contents(mailbox, ref);
        if (WholeSource.isNeeded(display)) {
            WholeSource source = WholeSource.read(mailbox, ref);
            return MessageBody.render(Display.of(source.parsed().root()), source, options);
        }
        long start = System.nanoTime();
        try {
            return MessageBody.render(display, contents, options);
        } catch (MailFailure.Refused e) {
            if (display.nested().isEmpty()) {
                throw e;
            }
            return MessageBody.render(display.withoutNested(), contents, options);
        } finally {
            sanitising.record(System.nanoTime() - start - contents.reading, TimeUnit.NANOSECONDS);
        }
    }

    /** Reads the parts that are shown, as far as they are shown. */
    private static final class Contents implements MessageBody.Content {

        private final OpenMailbox mailbox;
        private final MessageRef ref;
        private long reading;

        Contents(OpenMailbox mailbox, MessageRef ref) {
            this.mailbox = mailbox;
            this.ref = ref;
        }

        @Override
        public DecodedText textOf(Part part) throws IOException {
            long start = System.nanoTime();
            try (InputStream content = MessageParts.encoded(mailbox, ref, part)) {
                return TextDecoding.read(part, content, MOST_TEXT);
            } finally {
                reading += System.nanoTime() - start;
            }
        }

        @Override
        public HeaderFields headerOf(Part message) throws IOException {
            long start = System.nanoTime();
            try (InputStream content = MessageParts.decoded(mailbox, ref, message)) {
                return HeaderFields.read(content);
            } finally {
                reading += System.nanoTime() - start;
            }
        }
    }
}
