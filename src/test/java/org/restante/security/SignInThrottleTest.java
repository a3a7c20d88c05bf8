package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountName;
import org.restante.testing.AdjustableClock;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@WebTest
class SignInThrottleTest {

    private static final int PER_ACCOUNT_AND_ADDRESS = 10;
    private static final int AT_ONCE = 40;
    private static final int PER_ADDRESS = 60;
    private static final int PER_ACCOUNT = 50;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private AdjustableClock clock;

    @Autowired
    private JdbcClient database;

    private final AccountName victim = someone();

    private static AccountName someone() {
        return new AccountName("test", UUID.randomUUID() + "@example.org");
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private void fail(AccountName account, String address) {
        throttle.begin(account, from(address)).failed();
    }

    private static String randomAddress() {
        return "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":"
                + UUID.randomUUID().toString().substring(0, 4) + "::1";
    }

    @Test
    void guessing_at_an_account_from_one_address_is_stopped_and_goes_on_later() {
        String address = randomAddress();
        for (int i = 0; i < PER_ACCOUNT_AND_ADDRESS; i++) {
            fail(victim, address);
        }

        assertThatThrownBy(() -> throttle.begin(victim, from(address)))
                .isInstanceOfSatisfying(
                        SignInThrottle.Full.class,
                        full -> assertThat(full.remaining()).isEqualTo(Duration.ofMinutes(15)));
        clock.pass(Duration.ofMinutes(16));
        throttle.begin(victim, from(address)).passed();
    }

    @Test
    void signing_in_rightly_counts_for_nothing() {
        String address = randomAddress();
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            throttle.begin(victim, from(address)).passed();
        }
    }

    @Test
    void guessing_at_many_accounts_from_one_network_is_stopped() {
        String network = "2001:db8:77:" + UUID.randomUUID().toString().substring(0, 4);
        for (int i = 0; i < PER_ADDRESS; i++) {
            fail(someone(), network + "::" + i);
        }

        assertThatThrownBy(() -> throttle.begin(someone(), from(network + "::ffff")))
                .isInstanceOf(SignInThrottle.Full.class);
        throttle.begin(someone(), from(randomAddress())).passed();
    }

    @Test
    void guessing_from_everywhere_is_stopped_but_never_keeps_a_known_browser_out() {
        MockHttpServletRequest home = from("192.0.2.7");
        MockHttpServletResponse in = new MockHttpServletResponse();
        throttle.remember(victim, home, in);
        home.setCookies(in.getCookies());
        for (int i = 0; i < PER_ACCOUNT; i++) {
            fail(victim, randomAddress());
        }

        assertThatThrownBy(() -> throttle.begin(victim, from(randomAddress()))).isInstanceOf(SignInThrottle.Full.class);
        throttle.begin(victim, home).passed();
    }

    @Test
    void a_known_browser_is_stopped_by_its_own_failures() {
        MockHttpServletRequest stolen = from("192.0.2.8");
        MockHttpServletResponse in = new MockHttpServletResponse();
        throttle.remember(victim, stolen, in);
        stolen.setCookies(in.getCookies());
        for (int i = 0; i < PER_ACCOUNT_AND_ADDRESS; i++) {
            throttle.begin(victim, stolen).failed();
        }

        assertThatThrownBy(() -> throttle.begin(victim, stolen)).isInstanceOf(SignInThrottle.Full.class);
    }

    @Test
    void a_proof_for_one_account_is_none_for_another() {
        MockHttpServletRequest own = from("192.0.2.9");
        MockHttpServletResponse in = new MockHttpServletResponse();
        throttle.remember(someone(), own, in);
        own.setCookies(in.getCookies());
        for (int i = 0; i < PER_ACCOUNT; i++) {
            fail(victim, randomAddress());
        }

        assertThatThrownBy(() -> throttle.begin(victim, own)).isInstanceOf(SignInThrottle.Full.class);
    }

    @Test
    void of_many_at_the_same_moment_no_more_get_through_than_allowed() throws Exception {
        String address = randomAddress();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> guess = () -> {
                try {
                    throttle.begin(victim, from(address));
                    return true;
                } catch (SignInThrottle.Full full) {
                    return false;
                }
            };
            List<Callable<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 3 * AT_ONCE; i++) {
                guesses.add(guess);
            }
            int through = 0;
            for (Future<Boolean> result : threads.invokeAll(guesses)) {
                through += result.get() ? 1 : 0;
            }
            assertThat(through).isPositive().isLessThanOrEqualTo(AT_ONCE);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void the_database_holds_neither_names_nor_addresses_and_forgets() {
        fail(victim, "198.51.100.23");

        List<String> buckets = database.sql("select bucket from sign_in_attempt")
                .query(String.class)
                .list();
        assertThat(buckets).isNotEmpty().allMatch(bucket -> bucket.matches("[0-9a-f]{64}"));
        clock.pass(Duration.ofHours(2));
        throttle.removeOld();
        assertThat(database.sql("select count(*) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
