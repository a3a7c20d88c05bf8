package org.restante.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.restante.web.Texts;

/**
 * What the settings page shows.
 *
 * @param time the fields of language and time
 * @param looks the fields of how pages look
 * @param reading the fields of how mail is read
 * @param order the fields of how it is kept in order
 * @param writing the fields of how it is written and sent
 */
record SettingsPage(
        List<SettingField> time,
        List<SettingField> looks,
        List<SettingField> reading,
        List<SettingField> order,
        List<SettingField> writing) {

    /**
     * @param values what is selected, by the setting's key
     * @param invalid the keys of what cannot be kept
     */
    static SettingsPage of(Map<String, String> values, List<String> invalid, ZoneId browsersZone, Texts texts) {
        SettingFields fields = new SettingFields(values, invalid, browsersZone, texts);
        return new SettingsPage(
                fields.of(Setting.LANGUAGE, Setting.ZONE),
                fields.of(Setting.THEME, Setting.DENSITY, Setting.LAYOUT),
                fields.of(Setting.PAGE_SIZE, Setting.AFTER, Setting.VIEW, Setting.SHORTCUTS),
                fields.of(Setting.DELETING, Setting.DELETED, Setting.CLEANING, Setting.ARCHIVING),
                fields.of(Setting.UNDO));
    }

    /** Returns whether something cannot be kept. */
    public boolean invalid() {
        return Stream.of(time, looks, reading, order, writing)
                .flatMap(List::stream)
                .anyMatch(field -> field.error() != null);
    }
}
