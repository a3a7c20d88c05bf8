package org.restante.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.Part;
import org.restante.mime.TextDecoding;
import org.restante.mime.card.Calendar;
import org.restante.mime.card.CalendarEvent;
import org.restante.mime.card.Contact;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * Events and contacts that came with a message.
 *
 * @param more how many there are beside those that are shown
 */
record MessageCards(List<EventCard> events, List<Contact> contacts, int more) {

    static final MessageCards NONE = new MessageCards(List.of(), List.of(), 0);

    private static final int MOST_PARTS = 3;
    private static final int MOST_SHOWN = 5;
    private static final int MOST_OCTETS = 256 << 10;
    private static final Set<String> CALENDARS = Set.of("text/calendar", "application/ics", "text/x-vcalendar");
    private static final Set<String> CONTACTS = Set.of("text/vcard", "text/x-vcard", "text/directory");

    static MessageCards read(OpenMailbox mailbox, MessageSummary message, Dates dates, Texts texts) throws IOException {
        Display display = Display.of(message.structure());
        List<EventCard> events = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        int more = 0;
        Set<String> known = new HashSet<>();
        for (Part part : of(display, CALENDARS, ".ics")) {
            Calendar calendar = Calendar.read(text(mailbox, message, part));
            more += calendar.more();
            for (CalendarEvent event : calendar.events()) {
                // An invitation often comes twice: as a part of the text, and as a file.
                if (known.add(event.uid() + event.start())) {
                    events.add(EventCard.of(calendar, event, dates, texts));
                }
            }
        }
        for (Part part : of(display, CONTACTS, ".vcf")) {
            contacts.addAll(Contact.read(text(mailbox, message, part)));
        }
        more += Math.max(0, events.size() - MOST_SHOWN) + Math.max(0, contacts.size() - MOST_SHOWN);
        return new MessageCards(first(events), first(contacts), more);
    }

    public boolean isEmpty() {
        return events.isEmpty() && contacts.isEmpty();
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST_SHOWN)));
    }

    private static List<Part> of(Display display, Set<String> types, String ending) {
        return Stream.of(display.attachments(), display.textBody(), display.htmlBody())
                .flatMap(List::stream)
                .distinct()
                .filter(part -> types.contains(part.type())
                        || part.type().equals("application/octet-stream")
                                && part.fileName().toLowerCase(Locale.ROOT).endsWith(ending))
                .limit(MOST_PARTS)
                .toList();
    }

    private static String text(OpenMailbox mailbox, MessageSummary message, Part part) throws IOException {
        try (InputStream content = MessageParts.encoded(mailbox, message.ref(), part)) {
            DecodedText text = TextDecoding.read(part, content, MOST_OCTETS);
            return text.text();
        }
    }
}
