package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route there is, so that one that is added later is held to the same. */
@WebTest
@Import(OddController.class)
class RoutesTest {

    private static final List<String> PUBLIC = List.of("/login", "/assets/", "/help", "/offline", "/sw.js");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private HttpBrowser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new HttpBrowser("http://localhost:" + port);
    }

    private void each(BiConsumer<String, Set<RequestMethod>> check) {
        routes.getHandlerMethods().forEach((route, handler) -> {
            for (String pattern : route.getPatternValues()) {
                if (!pattern.equals("/error")) {
                    String path = pattern.replaceAll("/\\{\\*[^}]+}", "/x").replaceAll("\\{[^}]+}", "x");
                    check.accept(path, route.getMethodsCondition().getMethods());
                }
            }
        });
    }

    @Test
    void each_is_for_reading_or_for_changing_and_not_for_both() {
        each((path, methods) ->
                assertThat(methods).as(path).hasSize(1).isSubsetOf(RequestMethod.GET, RequestMethod.POST));
    }

    @Test
    void each_that_changes_something_needs_a_token() {
        browser.signIn("ada@example.org", "secret");
        List<String> tried = new ArrayList<>();
        each((path, methods) -> {
            if (methods.contains(RequestMethod.POST)) {
                tried.add(path);
                assertThat(browser.postBare(path, Map.of("x", "y")).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        });
        assertThat(tried).contains("/login", "/logout", "/devices/end-all");
        assertThat(browser.get("/devices").statusCode()).isEqualTo(200);
    }

    @Test
    void each_but_the_few_public_ones_needs_a_session() {
        each((path, methods) -> {
            if (PUBLIC.stream().noneMatch(path::startsWith)) {
                boolean reading = methods.contains(RequestMethod.GET);
                HttpResponse<String> answer = reading ? browser.get(path) : browser.postBare(path, Map.of("x", "y"));
                assertThat(answer.statusCode()).as(path).isEqualTo(reading ? 302 : 401);
            }
        });
    }
}
