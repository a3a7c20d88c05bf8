package org.restante.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class OperatorEndpointsTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void only_these_are_there_and_on_the_management_port_alone() {
        JsonNode links = JsonMapper.shared()
                .readTree(new Visitor(managementPort).get("/actuator").text())
                .get("_links");
        Visitor person = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);

        assertThat(links.propertyNames())
                .containsExactlyInAnyOrder(
                        "self",
                        "health",
                        "health-path",
                        "metrics",
                        "metrics-requiredMetricName",
                        "prometheus",
                        "status");
        assertThat(person.get("/actuator/health").status()).isEqualTo(404);
        assertThat(person.get("/actuator/status").status()).isEqualTo(404);
    }

    @Test
    void the_state_tells_which_servers_are_reached_and_names_nobody() {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        person.signedInAt(port);
        String text = new Visitor(managementPort).get("/actuator/status").text();
        JsonNode status = JsonMapper.shared().readTree(text);

        assertThat(status.get("readiness").asString()).isEqualTo("ACCEPTING_TRAFFIC");
        assertThat(status.at("/database/reached").asBoolean()).isTrue();
        assertThat(status.get("sessions").asLong()).isPositive();
        assertThat(status.at("/servers/whole/incoming/reached").asBoolean()).isTrue();
        assertThat(status.at("/servers/down/incoming/reached").asBoolean()).isFalse();
        assertThat(status.at("/servers/down/incoming/problem").asString()).isEqualTo("ConnectException");
        assertThat(text).doesNotContain(person.address());
    }

    @Test
    void being_ready_depends_on_no_other_server() {
        assertThat(new Visitor(managementPort).get("/actuator/health/readiness").text())
                .contains("UP");
        assertThat(new Visitor(managementPort).get("/actuator/health/liveness").status())
                .isEqualTo(200);
    }

    @Test
    void sign_ins_are_counted_by_how_they_went() {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        person.signedInAt(port);
        new Visitor(port).signIn(person.address(), "wrong");
        new Visitor(port).signIn("ada@down.example", "secret");

        assertThat(new Visitor(managementPort).get("/actuator/prometheus").text())
                .contains("restante_sign_in_total{outcome=\"passed\",server=\"whole\"}")
                .contains("restante_sign_in_total{outcome=\"wrong-password\",server=\"whole\"}")
                .contains("restante_sign_in_total{outcome=\"server-failed\",server=\"down\"}")
                .doesNotContain(person.address());
    }
}
