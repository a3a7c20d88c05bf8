package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {

    private static final String LONG_ENOUGH = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void beside_an_embedded_database_it_is_made_once_and_for_its_owner_only() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("new/restante") + ";DB_CLOSE_ON_EXIT=FALSE";

        String made = SecretSource.secret(null, url);

        assertThat(made).matches("[0-9a-f]{64}");
        assertThat(SecretSource.secret("", url)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_emptied_file_stops_the_start_instead_of_signing_everyone_out() throws Exception {
        Files.writeString(folder.resolve("secret"), "\n");

        assertThatThrownBy(() -> SecretSource.secret(null, "jdbc:h2:" + folder.resolve("restante")))
                .isInstanceOf(ConfigurationFailure.class);
    }

    @Test
    void beside_a_database_in_memory_it_lives_as_long() {
        assertThat(SecretSource.secret(null, "jdbc:h2:mem:x")).isNotEqualTo(SecretSource.secret(null, "jdbc:h2:mem:x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/restante", "jdbc:h2:tcp://db/restante"})
    void with_a_database_server_it_must_be_set(String url) {
        assertThatThrownBy(() -> SecretSource.secret(null, url))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("restante.secret is missing");
        assertThat(SecretSource.secret(LONG_ENOUGH, url)).isEqualTo(LONG_ENOUGH);
    }

    @Test
    void a_short_one_is_refused() {
        assertThatThrownBy(() -> SecretSource.secret("secret", "jdbc:postgresql://db/restante"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("shorter than 32");
    }
}
