package org.restante.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database whose statements and commits fail when a test says so. */
public final class FailingDatabase {

    /** What happens to a commit, or to a statement, of which some are transactions of their own. */
    public enum Fate {
        DONE,
        /** It is not done, and that is said. */
        REFUSED,
        /** It is done, but nobody learns of it. */
        UNCERTAIN
    }

    private FailingDatabase() {}

    /**
     * Puts failures before a database.
     *
     * @param fates asked at each commit and each statement
     */
    public static DataSource before(DataSource database, Supplier<Fate> fates) {
        return proxy(DataSource.class, (source, method, arguments) -> {
            Object result = invoke(database, method, arguments);
            return method.getName().equals("getConnection") ? failing((Connection) result, fates) : result;
        });
    }

    private static Connection failing(Connection connection, Supplier<Fate> fates) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean commits = method.getName().equals("commit");
            if (!commits && !method.getName().equals("prepareStatement")) {
                return invoke(connection, method, arguments);
            }
            Fate fate = fates.get();
            if (fate == Fate.DONE) {
                return invoke(connection, method, arguments);
            }
            if (fate == Fate.UNCERTAIN && commits) {
                invoke(connection, method, arguments);
            }
            throw new SQLException("the database fails", "08006");
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
