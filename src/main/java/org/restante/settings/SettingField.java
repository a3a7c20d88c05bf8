package org.restante.settings;

import java.util.List;

/**
 * A setting as the form shows it.
 *
 * @param error what is wrong with what was sent; null: nothing
 */
record SettingField(String key, String label, List<SettingOption> options, String error) {}
