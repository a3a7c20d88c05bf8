package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.mailstore.Siege;

/** A POP3 server that wants to use up our memory or time gets neither, and who reads elsewhere notices nothing. */
class HostileMaildropTest {

    @ParameterizedTest
    @EnumSource
    void is_given_up_in_bounded_time_and_memory_while_others_read_on(HostileMaildrop hostile) throws IOException {
        Siege.Outcome outcome = hostile.besieged(3);

        assertThat(outcome.hasOnlyNamedFailures()).as("%s", outcome).isTrue();
        assertThat(outcome.took()).isLessThan(Duration.ofSeconds(90));
        assertThat(outcome.longestOfOther()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @EnabledIfSystemProperty(named = "restante.endurance", matches = "true", disabledReason = "takes minutes")
    void half_a_gigabyte_of_heap_withstands_attacks_on_twenty_people_at_once() throws IOException {
        System.out.println(Siege.inSmallHeap(HostileMaildrop.class, 20));
    }
}
