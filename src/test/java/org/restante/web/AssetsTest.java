package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets;

    AssetsTest() throws Exception {
        assets = new Assets("/webmail", new Brand("Restante", Brand.TEAL, null));
    }

    @Test
    void joins_all_styles_and_names_the_layers_first() {
        Asset styles = find(assets.stylesheet());

        assertThat(new String(styles.content(), StandardCharsets.UTF_8))
                .startsWith("@layer reset, tokens, base, layout, components, utilities;")
                .contains(".row-link", ".masthead", ".folder-label");
    }

    @Test
    void carries_the_hash_of_the_content_in_the_address() {
        assertThat(assets.address("main.js")).matches("/assets/main\\.[0-9a-f]{16}\\.js");
        assertThat(new String(find(assets.address("main.js")).content(), StandardCharsets.UTF_8))
                .contains("import(");
    }

    @Test
    void maps_each_script_below_the_context_path() {
        assertThat(assets.importMap())
                .contains("\"restante/message/body-frame.js\":\"/webmail" + assets.address("message/body-frame.js")
                        + "\"");
        assertThat(assets.importMapHash()).matches("'sha256-[A-Za-z0-9+/]{43}='");
    }

    @Test
    void knows_no_other_file() {
        assertThat(assets.find("../application.yaml")).isEmpty();
        assertThat(assets.find("main.js")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> assets.address("nothing.js"));
    }

    private Asset find(String address) {
        return assets.find(address.substring("/assets/".length())).orElseThrow();
    }
}
