package org.restante.account;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Limits how long a PostgreSQL is waited for: one that is stopped in its tracks would otherwise hold each request for ever. Migrations
 * take as long as they take, over connections of their own.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseLimits {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Seconds that the driver waits, for a connection and for an answer; what stands in the address goes before. */
    private static final String CONNECT = "5";

    private static final String ANSWER = "30";

    @Bean
    static BeanPostProcessor databaseTimeouts() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
                    pool.addDataSourceProperty("connectTimeout", CONNECT);
                    pool.addDataSourceProperty("socketTimeout", ANSWER);
                    pool.addDataSourceProperty("cancelSignalTimeout", CONNECT);
                    pool.addDataSourceProperty("tcpKeepAlive", "true");
                    pool.addDataSourceProperty("ApplicationName", "restante");
                }
                return bean;
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer migrationsWithoutLimits() {
        return flyway -> {
            if (flyway.getDataSource() instanceof HikariDataSource pool && isPostgres(pool)) {
                flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            }
        };
    }

    private static boolean isPostgres(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(POSTGRESQL);
    }
}
