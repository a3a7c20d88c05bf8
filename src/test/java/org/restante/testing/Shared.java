package org.restante.testing;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What the test classes of a run share, because starting it takes long: it starts when the first one asks, and stops after the last. */
final class Shared {

    private Shared() {}

    /** Returns the one of this type. */
    static <T extends AutoCloseable> T by(ExtensionContext context, Class<T> type, Callable<T> start) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(type, missing -> started(start), type);
    }

    private static <T> T started(Callable<T> start) {
        try {
            return start.call();
        } catch (RuntimeException e) {
            // Such as the one by which a test is skipped.
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
