package org.restante.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestanteProperties.class)
@EnableScheduling
class AccountConfiguration {

    @Bean
    InstantSource clock(JdbcClient database) {
        return new DatabaseClock(database);
    }

    @Bean
    ServerSecret serverSecret(RestanteProperties properties, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            return new ServerSecret(SecretSource.secret(properties.secret(), url), properties.previousSecret());
        }
    }
}
