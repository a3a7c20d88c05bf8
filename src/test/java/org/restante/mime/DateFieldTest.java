package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 2 Nov 2026 10:00:00 +0100",
                "2 Nov 2026 10:00:00 +0100 (CET)",
                "Mon,  2 November 26 10:00 +0100",
                "02-Nov-2026 10:00:00 +0100",
                " 2-Nov-2026 09:00:00 GMT",
                "Mon, 2 nov 2026 04:00:00 EST",
                "Lun., 2 Nov 2026 10:00:00 +01:00 junk"
            })
    void dates_have_many_forms(String text) {
        assertThat(DateField.parse(text).orElseThrow().toInstant()).hasToString("2026-11-02T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "32 Nov 2026 10:00:00 +0000",
                "2 Nob 2026 10:00:00 +0000",
                "2 Nov 2026 10:00:00 +9999"
            })
    void what_is_no_date_is_none(String text) {
        assertThat(DateField.parse(text)).isEmpty();
    }
}
