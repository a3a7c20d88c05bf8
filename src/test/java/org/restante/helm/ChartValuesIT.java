package org.restante.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values are refused, in words that name them. */
class ChartValuesIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            servers.default.incoming=http://mail.example.org      | /servers/default/incoming
            servers.default.incoming=imaps://                     | /servers/default/incoming
            servers.default.submission=smtps://a.example?auth=yes | /servers/default/submission
            servers.default.login=name                            | /servers/default/login
            servers.default.inbox=imaps://a.example               | inbox
            servers.other.domains={example.org}                   | incoming
            replicaCount=-1                                       | /replicaCount
            replicaCount=two                                      | /replicaCount
            replicas=3                                            | replicas
            secret.value=short                                    | /secret/value
            database.url=postgres://db.example.org/restante       | /database/url
            database.connections=0                                | /database/connections
            image.pullPolicy=Sometimes                            | /image/pullPolicy
            image.digest=sha256:12                                | /image/digest
            service.port=70000                                    | /service/port
            service.type=ExternalName                             | /service/type
            contextPath=mail/                                     | /contextPath
            ingress.enabled=perhaps                               | /ingress/enabled
            podDisruptionBudget.maxUnavailable=some               | /podDisruptionBudget/maxUnavailable
            runAsUser=0                                           | /runAsUser
            temporarySize=big                                     | /temporarySize
            serviceMonitor.interval=often                         | /serviceMonitor/interval
            ingress.enabled=true                                  | ingress.host is missing
            gateway.enabled=true                                  | gateway.parentRefs is empty
            terminationGracePeriodSeconds=5                       | longer than drainSeconds
            secret.value=                                         | server secret is missing
            database.url=                                         | database is missing
            database.password=                                    | password is missing
            """)
    void one_wrong_value_is_named(String wrong, String words) {
        assertThatThrownBy(() -> Chart.template(Chart.example("minimal"), wrong))
                .hasMessageContaining(words);
    }

    @Test
    void without_a_mail_server_it_says_how_to_name_one(@TempDir Path folder) throws Exception {
        Path values = Files.writeString(folder.resolve("values.yaml"), "replicaCount: 1\n");

        assertThatThrownBy(() -> Chart.template(values)).hasMessageContaining("servers.default.incoming=imaps://");
    }
}
