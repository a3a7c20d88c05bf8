package org.restante.helm;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodSpec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the chart makes of some values. */
record Manifests(List<KubernetesObject> all) {

    /** Renders an example. */
    static Manifests of(String example, String... further) {
        return new Manifests(Chart.read(Chart.template(Chart.example(example), further)));
    }

    <T extends KubernetesObject> Optional<T> find(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    <T extends KubernetesObject> T get(Class<T> type) {
        return find(type).orElseThrow();
    }

    V1PodSpec pod() {
        return get(V1Deployment.class).getSpec().getTemplate().getSpec();
    }

    /** Returns what the application is told, by property. */
    JsonNode config() {
        String json = get(V1ConfigMap.class).getData().get("application.json");
        return JsonMapper.shared().readTree(json);
    }
}
