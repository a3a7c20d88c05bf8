package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedTableTest {

    private static List<List<String>> rows(String text) {
        return DelimitedTable.read(text, false).rows();
    }

    @Test
    void cells_stand_between_commas_semicolons_or_tabs() {
        assertThat(rows("a,b\r\nc,d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(rows("a;b\n1,5;2\n")).containsExactly(List.of("a", "b"), List.of("1,5", "2"));
        assertThat(DelimitedTable.read("a\tb,c", true).rows()).containsExactly(List.of("a", "b,c"));
    }

    @Test
    void quotes_hold_anything() {
        assertThat(rows("\"a,\"\"b\n\",c\nd")).containsExactly(List.of("a,\"b\n", "c"), List.of("d"));
        assertThat(rows("\"open")).containsExactly(List.of("open"));
    }

    @Test
    void what_is_in_cells_is_escaped() {
        assertThat(DelimitedTable.read("<script>,\"&", false).toHtml())
                .doesNotContain("<script>")
                .contains("&lt;script");
    }

    @Test
    void it_has_its_limits() {
        assertThat(DelimitedTable.read("a\n".repeat(10_000), false))
                .extracting(DelimitedTable::truncated)
                .isEqualTo(true);
        assertThat(DelimitedTable.read(",".repeat(500_000), false).rows().get(0))
                .hasSize(100);
    }
}
