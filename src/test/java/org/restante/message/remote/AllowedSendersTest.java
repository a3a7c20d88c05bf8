package org.restante.message.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedSendersTest {

    private static final AllowedSenders NOBODY = new AllowedSenders(List.of());

    @Test
    void a_sender_is_allowed_in_any_case_and_nobody_else_is() {
        AllowedSenders senders = NOBODY.withSender("Anna@Example.org");
        assertThat(senders.allows("anna@example.ORG")).isTrue();
        assertThat(senders.allows("bert@example.org")).isFalse();
        assertThat(senders.allows("")).isFalse();
    }

    @Test
    void a_domain_allows_its_senders_and_no_other_domain() {
        AllowedSenders senders = NOBODY.withDomainOf("anna@example.org");
        assertThat(senders.allows("bert@example.org")).isTrue();
        assertThat(senders.allows("bert@sub.example.org")).isFalse();
        assertThat(senders.allows("bert@badexample.org")).isFalse();
    }

    @Test
    void what_was_allowed_can_be_taken_back() {
        AllowedSenders senders = NOBODY.withSender("anna@example.org").withDomainOf("anna@example.org");
        assertThat(senders.without("anna@example.org")).isEqualTo(NOBODY);
    }

    @Test
    void odd_addresses_are_never_kept() {
        for (String odd :
                List.of("", "anna", "@", "anna@", "an na@example.org", "a\n@example.org", "a@" + "x".repeat(300))) {
            assertThat(NOBODY.withSender(odd)).as(odd).isEqualTo(NOBODY);
        }
    }

    @Test
    void the_oldest_make_place() {
        AllowedSenders senders = NOBODY;
        for (int i = 0; i < 500; i++) {
            senders = senders.withSender("somebody-with-a-long-name-" + i + "@example.org");
        }
        assertThat(senders.allows("somebody-with-a-long-name-499@example.org")).isTrue();
        assertThat(senders.allows("somebody-with-a-long-name-1@example.org")).isFalse();
        assertThat(senders.preference().get("images")).hasSizeLessThanOrEqualTo(2500);
    }
}
