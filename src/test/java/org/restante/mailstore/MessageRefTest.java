package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRefTest {

    @Test
    void is_read_back_from_its_key() {
        MessageRef ref = new MessageRef(MailboxName.INBOX, new UidValidity(4294967295L), new Uid(1));

        assertThat(ref.key()).isEqualTo("4294967295-1");
        assertThat(MessageRef.of(MailboxName.INBOX, ref.key())).isEqualTo(ref);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "-1",
                "1-",
                "1-0",
                "01-1",
                "1-01",
                "1-4294967296",
                "1--1",
                "1-1 ",
                "١-١",
                "99999999999-1"
            })
    void is_nothing_else(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> MessageRef.of(MailboxName.INBOX, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\\", "x\r\ny", "(", "a]", "\"q\"", "\u00e9", "a\\b", "*"})
    void a_flag_is_an_atom(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Flag(name));
    }

    @Test
    void flags_are_the_same_in_any_case() {
        assertThat(new Flag("\\seen")).isEqualTo(Flag.SEEN).hasSameHashCodeAs(Flag.SEEN);
        assertThat(new Flag("$label1")).isNotEqualTo(new Flag("$label2"));
    }
}
