package org.restante.settings;

/** One of the values of a setting. */
record SettingOption(String value, String label, boolean selected) {}
