package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.restante.testing.AdjustableClock;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class SessionsTest {

    private static final String PASSWORD = "canary päss";

    @Autowired
    private Sessions sessions;

    @Autowired
    private Devices devices;

    @Autowired
    private SessionCleanup cleanup;

    @Autowired
    private SessionRepository repository;

    @Autowired
    private SessionRows rows;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MailServers servers;

    @Autowired
    private AdjustableClock clock;

    @Autowired
    private JdbcClient database;

    private final AccountName name = new AccountName("test", UUID.randomUUID() + "@example.org");

    private static Browser browser(boolean stay) {
        return new Browser("Firefox/145.0 on\r\nLinux" + "x".repeat(400), ZoneId.of("Europe/Lisbon"), stay);
    }

    private String start() {
        return sessions.start(name, PASSWORD, browser(false)).cookie();
    }

    private SignedIn find(String cookie) {
        return sessions.find(cookie, true).orElseThrow();
    }

    @Test
    void a_session_gives_back_who_and_with_what() {
        SignedIn person = find(start());

        assertThat(person.credential().login()).isEqualTo(name.login());
        assertThat(person.credential().password()).isEqualTo(PASSWORD);
        assertThat(person.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(person.getName()).isEqualTo(name.login());
        assertThat(person.toString()).isEqualTo("account " + person.account());
    }

    @Test
    void all_sessions_of_a_person_are_of_one_account() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> signIn = () -> find(start()).account();
            List<Future<Long>> accounts = threads.invokeAll(Collections.nCopies(16, signIn));
            long first = accounts.get(0).get();
            for (Future<Long> account : accounts) {
                assertThat(account.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void the_last_use_is_written_every_five_minutes_and_not_for_what_nobody_started() {
        String cookie = start();
        SignedIn person = find(cookie);

        clock.pass(Duration.ofMinutes(4));
        find(cookie);
        assertThat(devices.of(person).get(0).lastUsed())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(4)));
        clock.pass(Duration.ofMinutes(2));
        sessions.find(cookie, false);
        assertThat(devices.of(person).get(0).lastUsed())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(6)));
        find(cookie);
        assertThat(devices.of(person).get(0).lastUsed()).isEqualTo(clock.instant());
    }

    @Test
    void a_person_ends_one_device_or_the_others_or_all() {
        String here = start();
        clock.pass(Duration.ofSeconds(1));
        String there = start();
        String elsewhere = start();
        SignedIn person = find(here);
        assertThat(devices.of(person)).hasSize(3).filteredOn(Device::current).hasSize(1);

        String handle = devices.of(person).stream()
                .filter(device -> !device.current())
                .findFirst()
                .orElseThrow()
                .handle();
        assertThat(devices.end(person, handle)).isTrue();
        assertThat(devices.end(person, handle)).isFalse();
        assertThat(sessions.find(there, true).isPresent()
                        ^ sessions.find(elsewhere, true).isPresent())
                .isTrue();
        devices.endOthers(person);
        assertThat(devices.of(person)).extracting(Device::current).containsExactly(true);
        devices.endAll(person);
        assertThat(sessions.find(here, true)).isEmpty();
    }

    @Test
    void nobody_ends_another_persons_device() {
        SignedIn victim = find(start());
        String handle = devices.of(victim).get(0).handle();
        SignedIn other = find(sessions.start(new AccountName("test", "other@example.org"), PASSWORD, browser(true))
                .cookie());

        assertThat(devices.end(other, handle)).isFalse();
        assertThat(devices.of(victim)).hasSize(1);
    }

    @Test
    void a_cookie_opens_no_row_but_its_own() {
        String mine = start();
        String other = start();

        assertThat(sessions.find(other.substring(0, 32) + mine.substring(32), true))
                .isEmpty();
    }

    @Test
    void what_has_ended_is_removed_and_the_rest_is_kept() {
        start();
        String stays = sessions.start(name, PASSWORD, browser(true)).cookie();
        clock.pass(Duration.ofHours(13));
        String fresh = start();

        cleanup.removeEnded();

        assertThat(repository.findOfAccount(find(fresh).account())).hasSize(2);
        assertThat(sessions.find(stays, true)).isPresent();
        clock.pass(Duration.ofDays(30));
        cleanup.removeEnded();
        assertThat(repository.count()).isZero();
    }

    @Test
    void secrets_rotate_without_signing_anyone_out() {
        String cookie =
                under("first", null).start(name, PASSWORD, browser(true)).cookie();

        assertThat(under("second", null).find(cookie, true)).isEmpty();
        assertThat(under("second", "first").find(cookie, true)).isPresent();
        assertThat(under("second", null).find(cookie, true)).isPresent();
    }

    private Sessions under(String secret, String previous) {
        SessionSeal seal = new SessionSeal(new ServerSecret(secret, previous));
        return new Sessions(repository, rows, accounts, servers, seal, clock);
    }

    @Test
    void the_database_holds_no_password() {
        start();

        List<byte[]> sealed = database.sql("select sealed_password from account_session")
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(sealed)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes)).doesNotContain("canary"));
    }
}
