package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@WebTest
@TestPropertySource(
        properties = {"spring.datasource.hikari.connection-timeout=250", "spring.datasource.hikari.maximum-pool-size=2"
        })
class DatabaseDownTest {

    @LocalServerPort
    private int port;

    @Autowired
    private HikariDataSource database;

    @Test
    void while_the_database_does_not_answer_a_page_says_so_and_after_it_all_goes_on() throws Exception {
        HttpBrowser browser = new HttpBrowser("http://localhost:" + port);
        browser.signIn("ada@example.org", "secret");

        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < database.getMaximumPoolSize(); i++) {
            all.add(database.getConnection());
        }
        HttpResponse<String> down = browser.get("/devices");
        for (Connection connection : all) {
            connection.close();
        }

        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.headers().firstValue("Retry-After")).contains("10");
        assertThat(down.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(down.body())
                .contains("database does not answer", "still signed in")
                .doesNotContain("hikari");
        assertThat(browser.get("/devices").statusCode()).isEqualTo(200);
    }
}
