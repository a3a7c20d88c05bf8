package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionSealTest {

    private static final long ACCOUNT = 7;

    private final SessionCookie cookie = SessionCookie.random();

    private static SessionSeal under(String secret, String previous) {
        return new SessionSeal(new ServerSecret(secret, previous));
    }

    @Test
    void what_is_sealed_opens_with_the_same_cookie_account_and_secret() {
        byte[] sealed = under("one", null).seal(cookie, ACCOUNT, "pässword");

        assertThat(under("one", null).open(cookie, ACCOUNT, sealed))
                .hasValueSatisfying(opened -> assertThat(opened.password()).isEqualTo("pässword"));
    }

    @Test
    void nothing_opens_when_any_of_them_is_another() {
        byte[] sealed = under("one", null).seal(cookie, ACCOUNT, "password");
        SessionCookie otherKey =
                new SessionCookie(cookie.id(), SessionCookie.random().key());
        SessionCookie otherId = new SessionCookie(SessionCookie.random().id(), cookie.key());

        assertThat(under("one", null).open(otherKey, ACCOUNT, sealed)).isEmpty();
        assertThat(under("one", null).open(otherId, ACCOUNT, sealed)).isEmpty();
        assertThat(under("one", null).open(cookie, ACCOUNT + 1, sealed)).isEmpty();
        assertThat(under("two", null).open(cookie, ACCOUNT, sealed)).isEmpty();
    }

    @Test
    void every_changed_byte_is_noticed() {
        byte[] sealed = under("one", null).seal(cookie, ACCOUNT, "password");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(under("one", null).open(cookie, ACCOUNT, changed)).isEmpty();
        }
    }

    @Test
    void while_secrets_rotate_the_previous_one_opens_and_asks_for_a_new_seal() {
        byte[] sealed = under("one", null).seal(cookie, ACCOUNT, "password");

        assertThat(under("two", "one").open(cookie, ACCOUNT, sealed))
                .hasValueSatisfying(opened -> assertThat(opened.stale()).isTrue());
        byte[] anew = under("two", "one").seal(cookie, ACCOUNT, "password");
        assertThat(under("two", null).open(cookie, ACCOUNT, anew))
                .hasValueSatisfying(opened -> assertThat(opened.stale()).isFalse());
    }

    @Test
    void the_same_password_never_looks_the_same() {
        SessionSeal seal = under("one", null);

        assertThat(seal.seal(cookie, ACCOUNT, "password")).isNotEqualTo(seal.seal(cookie, ACCOUNT, "password"));
    }
}
