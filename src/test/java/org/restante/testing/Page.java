package org.restante.testing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What a server answered.
 *
 * @param address that was asked for
 * @param body as it came
 */
public record Page(String address, int status, HttpHeaders headers, byte[] body) {

    /** Returns the body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the body read as HTML. */
    public Document document() {
        return Jsoup.parse(text(), "http://restante.example" + address);
    }

    /** Returns the text of the page's first heading; empty where it has none. */
    public String heading() {
        return document().select("h1").text();
    }

    /** Returns a header's first value; empty where it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the form that the CSS query selects. */
    public FormElement form(String query) {
        Element form = document().selectFirst(query);
        if (form instanceof FormElement found) {
            return found;
        }
        throw new AssertionError("no " + query + " on the page " + this);
    }

    /** Returns all forms. */
    public List<FormElement> forms() {
        return document().forms();
    }

    /** Returns the {@code data-ref} of all rows of a list. */
    public List<String> refs() {
        return document().select("[data-ref]").eachAttr("data-ref");
    }

    /** Returns whether this is the sign-in page or leads there. */
    public boolean isSignIn() {
        return status / 100 == 3
                ? header("Location").startsWith("/login")
                : document().selectFirst("form.sign-in") != null && document().selectFirst("form.sign-out") == null;
    }

    @Override
    public String toString() {
        return "%s → %d %s %s".formatted(address, status, header("Location"), heading());
    }
}
