package org.restante.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyEgressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.helm.CustomResources.HttpRoute;
import org.restante.helm.CustomResources.ServiceMonitor;

class ChartIT {

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void helm_finds_nothing_to_say_about_it(Path values, @TempDir Path folder) throws Exception {
        LintResult result = Chart.lint(values, folder.resolve("restante"));

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]") || line.contains("[ERROR]"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_manifests_are_what_kubernetes_takes(Path values) {
        List<KubernetesObject> all = Chart.read(Chart.template(values));

        assertThat(all).extracting(KubernetesObject::getKind).contains("Deployment", "Service", "ConfigMap");
        assertThat(all)
                .allSatisfy(one -> assertThat(one.getMetadata().getName()).startsWith("webmail-restante"));
        assertThat(all)
                .allSatisfy(one -> assertThat(one.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/instance", "webmail"));
    }

    @Test
    void what_kubernetes_does_not_know_would_be_noticed() {
        String manifests = Chart.template(Chart.example("gateway"));

        for (String field : List.of("readinessProbe:", "parentRefs:", "maxUnavailable:", "endpoints:")) {
            assertThatThrownBy(() -> Chart.read(manifests.replace(field, "x" + field)))
                    .as(field)
                    .isInstanceOf(Exception.class);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_pods_meet_the_restricted_standard(Path values) {
        V1PodSpec pod = new Manifests(Chart.read(Chart.template(values))).pod();
        V1Container container = pod.getContainers().get(0);

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getVolumes()).noneMatch(ChartIT::lasts);
    }

    private static boolean lasts(V1Volume volume) {
        return volume.getEmptyDir() == null && volume.getConfigMap() == null;
    }

    @Test
    void the_example_of_a_database_is_what_its_operator_takes() throws Exception {
        String cluster = Files.readString(Chart.FOLDER.resolve("ci/cloudnativepg-cluster.yaml"));

        assertThat(Chart.read(cluster)).singleElement().isInstanceOf(CustomResources.Cluster.class);
    }

    @Test
    void no_replica_goes_before_another_one_is_ready_and_none_while_requests_are_open() {
        Manifests manifests = Manifests.of("minimal");
        var update = manifests.get(V1Deployment.class).getSpec().getStrategy().getRollingUpdate();
        V1Container container = manifests.pod().getContainers().get(0);

        assertThat(update.getMaxUnavailable()).isEqualTo(new IntOrString(0));
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(manifests.config().at("/restante/drain").asString()).isEqualTo("10s");
        assertThat(manifests.pod().getTerminationGracePeriodSeconds()).isEqualTo(75);
    }

    @Test
    void the_application_is_told_its_servers_and_what_else_is_set() {
        Manifests manifests = Manifests.of("ingress");

        assertThat(manifests.config().at("/restante/servers/students/incoming").asString())
                .isEqualTo("imap://mail.students.example.org:1143");
        assertThat(manifests.config().at("/restante/brand/name").asString()).isEqualTo("Example Mail");
        assertThat(manifests.config().at("/server/servlet/context-path").asString())
                .isEqualTo("/mail");
        assertThat(manifests.config().at("/management/server/address").asString())
                .isEqualTo("0.0.0.0");
        assertThat(manifests.config().at("/spring/datasource/url").asString())
                .startsWith("jdbc:postgresql://db.example.org:5433/");
    }

    @Test
    void secrets_stand_in_secrets_alone() {
        Manifests manifests = Manifests.of("rotation");
        List<V1Secret> secrets = manifests.all().stream()
                .filter(V1Secret.class::isInstance)
                .map(V1Secret.class::cast)
                .toList();

        assertThat(secrets.get(0).getStringData()).containsOnlyKeys("secret", "previous-secret");
        assertThat(secrets.get(1).getStringData()).isEqualTo(Map.of("username", "mail", "password", "example"));
        assertThat(manifests.config().toString()).doesNotContain("fedcba9876543210", "\"password\"");
        assertThat(manifests.pod().toString()).doesNotContain("fedcba9876543210");
    }

    @Test
    void a_changed_secret_starts_the_pods_anew() {
        assertThat(annotations(Manifests.of("rotation")))
                .isNotEqualTo(annotations(Manifests.of("rotation", "secret.previousValue=")));
    }

    private static Map<String, String> annotations(Manifests manifests) {
        return manifests
                .get(V1Deployment.class)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations();
    }

    @Test
    void secrets_that_exist_are_used_under_the_names_that_they_have() {
        Manifests manifests = Manifests.of("cloudnativepg");

        assertThat(manifests.find(V1Secret.class)).isEmpty();
        assertThat(manifests.pod().getContainers().get(0).getEnv())
                .filteredOn(env -> env.getName().equals("SPRING_DATASOURCE_URL"))
                .singleElement()
                .satisfies(env -> {
                    assertThat(env.getValueFrom().getSecretKeyRef().getName()).isEqualTo("restante-db-app");
                    assertThat(env.getValueFrom().getSecretKeyRef().getKey()).isEqualTo("jdbc-uri");
                });
    }

    @Test
    void only_mail_the_database_names_and_pictures_are_reachable() {
        assertThat(egressPorts(Manifests.of("ingress")))
                .containsExactly(List.of(53, 53), List.of(993, 465, 4190, 1143, 2525), List.of(5433), List.of(80, 443));
        assertThat(egressPorts(Manifests.of("private")))
                .containsExactly(List.of(53, 53), List.of(995, 25), List.of(5432));
    }

    private static List<List<Integer>> egressPorts(Manifests manifests) {
        return manifests.get(V1NetworkPolicy.class).getSpec().getEgress().stream()
                .map(V1NetworkPolicyEgressRule::getPorts)
                .map(ports -> ports.stream()
                        .map(V1NetworkPolicyPort::getPort)
                        .map(IntOrString::getIntValue)
                        .toList())
                .toList();
    }

    @Test
    void metrics_are_reachable_for_whom_they_are_for_alone() {
        assertThat(Manifests.of("minimal").get(V1NetworkPolicy.class).getSpec().getIngress())
                .hasSize(1);
        Manifests watched = Manifests.of("gateway");
        assertThat(watched.get(V1NetworkPolicy.class).getSpec().getIngress()).hasSize(2);
        ServiceMonitor monitor = watched.get(ServiceMonitor.class);
        assertThat(watched.all())
                .filteredOn(V1Service.class::isInstance)
                .filteredOn(service -> service.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(monitor.spec().selector().matchLabels().entrySet()))
                .singleElement()
                .satisfies(service ->
                        assertThat(service.getMetadata().getName()).isEqualTo("webmail-restante-management"));
    }

    @Test
    void people_come_by_an_ingress_or_a_gateway() {
        V1Ingress ingress = Manifests.of("ingress").get(V1Ingress.class);
        HttpRoute route = Manifests.of("gateway").get(HttpRoute.class);

        assertThat(ingress.getSpec().getRules().get(0).getHost()).isEqualTo("www.example.org");
        assertThat(ingress.getSpec()
                        .getRules()
                        .get(0)
                        .getHttp()
                        .getPaths()
                        .get(0)
                        .getPath())
                .isEqualTo("/mail");
        assertThat(route.spec().hostnames()).containsExactly("mail.example.org");
        assertThat(route.spec().rules().get(0).backendRefs().get(0).name()).isEqualTo("webmail-restante");
    }

    @Test
    void replicas_follow_the_load_and_maintenance_leaves_some() {
        Manifests scaled = Manifests.of("gateway");

        assertThat(scaled.get(V1Deployment.class).getSpec().getReplicas()).isNull();
        assertThat(scaled.get(V2HorizontalPodAutoscaler.class).getSpec().getMaxReplicas())
                .isEqualTo(12);
        assertThat(scaled.get(V1PodDisruptionBudget.class).getSpec().getMaxUnavailable())
                .isEqualTo(new IntOrString(1));
        assertThat(scaled.pod().getTopologySpreadConstraints()).hasSize(2);
        // A budget for a single replica would stop maintenance for good.
        assertThat(Manifests.of("private").find(V1PodDisruptionBudget.class)).isEmpty();
    }

    @Test
    void a_cluster_that_chooses_the_user_itself_may() {
        assertThat(Manifests.of("private").pod().getSecurityContext().getRunAsUser())
                .isNull();
        assertThat(Objects.requireNonNull(Manifests.of("minimal").pod().getSecurityContext())
                        .getRunAsUser())
                .isEqualTo(10001);
    }
}
