package org.restante.settings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.restante.web.Language;
import org.restante.web.Texts;

/** Makes the fields of the form in the person's words. */
record SettingFields(Map<String, String> values, List<String> invalid, ZoneId browsersZone, Texts texts) {

    List<SettingField> of(Setting... settings) {
        return Stream.of(settings).map(this::field).toList();
    }

    private SettingField field(Setting setting) {
        String key = setting.key();
        Stream<SettingOption> options = setting.choices().stream()
                .map(value -> new SettingOption(value, label(setting, value), value.equals(values.get(key))));
        return new SettingField(
                key,
                texts.get("settings." + key),
                (setting == Setting.ZONE ? options.sorted(byName()) : options).toList(),
                invalid.contains(key) ? texts.get("settings.invalid") : null);
    }

    private Comparator<SettingOption> byName() {
        return Comparator.comparing((SettingOption option) -> !option.value().equals(Setting.BROWSER))
                .thenComparing(SettingOption::label, texts.order());
    }

    private String label(Setting setting, String value) {
        boolean browsers = value.equals(Setting.BROWSER);
        return switch (setting) {
            case LANGUAGE -> browsers ? texts.get("settings.language.browser") : ownName(value);
            case ZONE ->
                browsers ? texts.get("settings.zone.browser", zoneName(browsersZone.getId())) : zoneName(value);
            case UNDO -> value.equals("usual") ? texts.get("settings.undo.usual") : texts.number(Long.parseLong(value));
            case CLEANING ->
                value.equals("never")
                        ? texts.get("settings.cleaning.never")
                        : texts.get("settings.cleaning.days", Long.parseLong(value));
            case PAGE_SIZE -> texts.number(Long.parseLong(value));
            default -> texts.get("settings." + setting.key() + "." + value);
        };
    }

    private static String ownName(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .map(Language::ownName)
                .findFirst()
                .orElseThrow();
    }

    private String zoneName(String zone) {
        return Zones.name(zone, texts.locale(), Instant.now());
    }
}
