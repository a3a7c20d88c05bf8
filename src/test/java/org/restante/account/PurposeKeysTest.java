package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurposeKeysTest {

    private static PurposeKeys keys(String purpose, String secret, String previous) {
        return new ServerSecret(secret, previous).keys(purpose);
    }

    @Test
    void a_signature_holds_for_its_text_and_purpose_only() {
        String signature = keys("a", "one", null).sign("text");

        assertThat(keys("a", "one", null).signed("text", signature)).isTrue();
        assertThat(keys("a", "one", null).signed("Text", signature)).isFalse();
        assertThat(keys("b", "one", null).signed("text", signature)).isFalse();
        assertThat(keys("a", "two", null).signed("text", signature)).isFalse();
    }

    @Test
    void while_secrets_rotate_both_are_accepted() {
        String signature = keys("a", "one", null).sign("text");

        assertThat(keys("a", "two", "one").signed("text", signature)).isTrue();
        assertThat(keys("a", "two", "one").sign("text")).isNotEqualTo(signature);
    }

    @Test
    void it_is_written_in_one_way_only() {
        PurposeKeys keys = keys("a", "one", null);
        String signature = keys.sign("text");

        assertThat(keys.signed("text", signature.toUpperCase())).isFalse();
        assertThat(keys.signed("text", signature + " ")).isFalse();
        assertThat(keys.signed("text", "")).isFalse();
    }
}
