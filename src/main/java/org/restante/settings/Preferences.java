package org.restante.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.account.SignedIn;
import org.restante.web.Language;
import org.restante.web.Texts;

/** What a person chose, or what holds where they chose nothing. Controllers take it as an argument. */
public final class Preferences {

    /** Which folders stand above all others too. */
    public static final String FAVOURITES = "folders.favourite";

    /** Which folders do not show those in them. */
    public static final String CLOSED = "folders.closed";

    private final Map<String, String> kept;
    private final ZoneId browsersZone;

    private Preferences(Map<String, String> kept, ZoneId browsersZone) {
        this.kept = kept;
        this.browsersZone = browsersZone;
    }

    static Preferences of(SignedIn person) {
        return new Preferences(person.preferences(), person.zone());
    }

    static Preferences ofNobody(ZoneId zone) {
        return new Preferences(Map.of(), zone);
    }

    /** Returns what holds; a kept value that is none of the possible ones does not. */
    String value(Setting setting) {
        String value = kept.get(setting.key());
        return value != null && setting.choices().contains(value) ? value : setting.standard();
    }

    /** Returns the language that the person chose; empty: the browser's. */
    public Optional<Language> language() {
        String tag = value(Setting.LANGUAGE);
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** Returns the time zone to show times in. */
    public ZoneId zone() {
        String zone = kept.getOrDefault(Setting.ZONE.key(), Setting.BROWSER);
        try {
            return zone.equals(Setting.BROWSER) ? browsersZone : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return browsersZone;
        }
    }

    /** Returns how many rows a list page has. */
    public int pageSize() {
        return Integer.parseInt(value(Setting.PAGE_SIZE));
    }

    /** Returns what to show after an act that ends the reading of a message. */
    public AfterActing afterActing() {
        return AfterActing.valueOf(value(Setting.AFTER).toUpperCase(Locale.ROOT));
    }

    /** Returns for how long what is sent can be taken back; empty: as the operator says. */
    public Optional<Duration> undo() {
        String value = value(Setting.UNDO);
        return value.equals("usual") ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Returns whether keys do what the mouse does. */
    boolean usesShortcuts() {
        return value(Setting.SHORTCUTS).equals("on");
    }

    /** Returns which key does what. */
    Keys keys() {
        return Keys.read(kept.getOrDefault(Keys.PREFERENCE, ""));
    }

    /** Returns the addresses of folders that the person set apart. */
    public Set<String> folders(String which) {
        return Arrays.stream(kept.getOrDefault(which, "").split(" "))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether archiving makes a folder for each year. */
    public boolean archivesByYear() {
        return value(Setting.ARCHIVING).equals("year");
    }

    /** Returns for how many days trash and junk are kept; empty: for ever. */
    public OptionalInt cleaningDays() {
        String days = value(Setting.CLEANING);
        return days.equals("never") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(days));
    }

    /** Returns the person's labels. */
    public Labels labels(Texts texts) {
        String own = kept.getOrDefault(Labels.PREFERENCE, "");
        return own.isEmpty() ? Labels.standard(texts) : Labels.read(own);
    }

    /** Returns whether plain text is shown where the sender gave that and something designed. */
    public boolean prefersText() {
        return value(Setting.VIEW).equals("text");
    }

    /** Returns whether deleting marks messages as deleted; else it moves them to the trash. */
    public boolean marksDeleted() {
        return value(Setting.DELETING).equals("mark");
    }

    /** Returns whether lists leave out what is marked as deleted. */
    public boolean hidesDeleted() {
        return value(Setting.DELETED).equals("hidden");
    }
}
