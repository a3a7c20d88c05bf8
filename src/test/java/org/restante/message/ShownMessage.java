package org.restante.message;

import java.util.List;
import org.jsoup.nodes.Document;
import org.restante.testing.Visitor;

/** What a message's page and its frame show, white space folded. */
record ShownMessage(String subject, String from, String text, String html, List<String> attachments) {

    static ShownMessage at(String address, Visitor visitor) {
        Document page = visitor.get(address).document();
        return new ShownMessage(
                page.select("h1").text(),
                page.select(".envelope .from li").text(),
                visitor.get(address + "/body?view=text").document().body().text(),
                visitor.get(address + "/body").document().body().text(),
                page.select(".attachment-name").eachText());
    }
}
