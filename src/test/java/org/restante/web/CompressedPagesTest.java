package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CompressedPagesTest {

    private static final String LARGE = "<p>grüße</p>".repeat(500);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private interface Page {

        void write(HttpServletResponse response) throws IOException;
    }

    private void answer(Page page) throws Exception {
        var servlet = new HttpServlet() {
            @Override
            protected void service(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
                page.write(answer);
            }
        };
        new CompressedPages().doFilter(request, response, new MockFilterChain(servlet));
    }

    private void answerWith(String text) throws Exception {
        answer(page -> {
            page.setContentType("text/html;charset=utf-8");
            page.getWriter().write(text);
            page.flushBuffer();
        });
    }

    @Test
    void a_page_is_compressed_for_whoever_takes_it() throws Exception {
        request.addHeader("Accept-Encoding", "br, gzip");
        answerWith(LARGE);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LARGE);
    }

    @Test
    void whoever_does_not_take_it_gets_the_page_as_it_is() throws Exception {
        answerWith(LARGE);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentAsString()).isEqualTo(LARGE);
    }

    @Test
    void a_small_page_is_not_worth_it() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");
        answerWith("<p>small</p>");

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString()).isEqualTo("<p>small</p>");
    }

    @Test
    void of_a_page_that_failed_on_the_way_nothing_is_sent() throws Exception {
        answer(page -> {
            page.getWriter().write(LARGE);
            page.sendError(500);
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void octets_pass_as_they_are() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");
        answer(page -> page.getOutputStream().write(LARGE.getBytes(StandardCharsets.UTF_8)));

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsByteArray()).isEqualTo(LARGE.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "GZIP;q=0.5|true",
                "br,gzip ; q=1|true",
                "gzip;q=0|false",
                "gzip;q=0.000|false",
                "x-gzip|false",
                "identity|false"
            })
    void what_browsers_say_they_take_is_understood(String header, boolean taken) {
        assertThat(CompressedPages.accepts(header)).isEqualTo(taken);
    }
}
