package org.restante.folder;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.restante.account.KeptPreferences;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailboxName;
import org.restante.settings.Preferences;
import org.springframework.stereotype.Component;

/** Keeps which folders are favourites, and of which the tree does not show what is in them. */
@Component
class KeptFolders {

    private static final List<String> ALL = List.of(Preferences.FAVOURITES, Preferences.CLOSED);

    private final KeptPreferences kept;

    KeptFolders(KeptPreferences kept) {
        this.kept = kept;
    }

    /** Says of a folder whether it is one of them. */
    void set(String which, MailboxName folder, boolean is, Preferences preferences, SignedIn person) {
        Set<String> all = new LinkedHashSet<>(preferences.folders(which));
        if (is ? all.add(folder.toAddress()) : all.remove(folder.toAddress())) {
            kept.change(person, Map.of(which, String.join(" ", all)));
        }
    }

    /** A folder and those in it go on being what they are under another name. */
    void rename(MailboxName folder, MailboxName to, Preferences preferences, SignedIn person) {
        change(folder, each -> Optional.of(each.moved(folder, to)), preferences, person);
    }

    /** A folder is gone, with those in it: one that is made under its name is another one. */
    void forget(MailboxName folder, Preferences preferences, SignedIn person) {
        change(folder, each -> Optional.empty(), preferences, person);
    }

    private void change(
            MailboxName folder,
            Function<MailboxName, Optional<MailboxName>> change,
            Preferences preferences,
            SignedIn person) {
        Map<String, String> changed = new HashMap<>();
        for (String which : ALL) {
            Set<String> before = preferences.folders(which);
            Set<String> after = new LinkedHashSet<>();
            for (String each : before) {
                MailboxName name = MailboxName.fromAddress(each);
                boolean concerned = name.equals(folder) || name.isBelow(folder);
                (concerned ? change.apply(name) : Optional.of(name)).ifPresent(next -> after.add(next.toAddress()));
            }
            if (!after.equals(before)) {
                changed.put(which, String.join(" ", after));
            }
        }
        if (!changed.isEmpty()) {
            kept.change(person, changed);
        }
    }
}
