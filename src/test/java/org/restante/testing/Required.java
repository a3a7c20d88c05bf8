package org.restante.testing;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests need and a machine with only a JDK and Maven lacks: such tests are skipped there, and fail where they must run. */
public final class Required {

    private Required() {}

    /**
     * Skips the test where the program is not there; fails it if the environment variable {@code RESTANTE_REQUIRE} (names joined by
     * commas) lists the program.
     */
    public static void program(String name, boolean there) {
        if (!there
                && Arrays.asList(System.getenv()
                                .getOrDefault("RESTANTE_REQUIRE", "")
                                .split(","))
                        .contains(name)) {
            throw new AssertionError(name + " is required here (RESTANTE_REQUIRE) and was not found");
        }
        Assumptions.assumeTrue(there, name + " is not installed: skipped");
    }
}
