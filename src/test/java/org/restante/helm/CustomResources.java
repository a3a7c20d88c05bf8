package org.restante.helm;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Resources that operators add to Kubernetes, as far as the chart uses them: their fields, by their reference pages. */
final class CustomResources {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<String, Class<? extends KubernetesObject>> TYPES = Map.of(
            "gateway.networking.k8s.io/v1 HTTPRoute", HttpRoute.class,
            "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class,
            "postgresql.cnpg.io/v1 Cluster", Cluster.class);

    private CustomResources() {}

    /** Returns null where it is one of Kubernetes' own. */
    static Class<? extends KubernetesObject> type(Map<String, Object> document) {
        return TYPES.get(document.get("apiVersion") + " " + document.get("kind"));
    }

    static <T> T read(Map<String, Object> document, Class<T> type) {
        return STRICT.convertValue(document, type);
    }

    private interface Resource extends KubernetesObject {

        String apiVersion();

        String kind();

        Metadata metadata();

        @Override
        default String getApiVersion() {
            return apiVersion();
        }

        @Override
        default String getKind() {
            return kind();
        }

        @Override
        default V1ObjectMeta getMetadata() {
            return new V1ObjectMeta()
                    .name(metadata().name())
                    .labels(metadata().labels())
                    .annotations(metadata().annotations());
        }
    }

    record Metadata(String name, String namespace, Map<String, String> labels, Map<String, String> annotations) {}

    record HttpRoute(String apiVersion, String kind, Metadata metadata, Spec spec) implements Resource {

        record Spec(List<ParentRef> parentRefs, List<String> hostnames, List<Rule> rules) {}

        record ParentRef(String group, String kind, String namespace, String name, String sectionName, Integer port) {}

        record Rule(List<Match> matches, List<BackendRef> backendRefs) {}

        record Match(PathMatch path) {}

        record PathMatch(String type, String value) {}

        record BackendRef(String group, String kind, String namespace, String name, int port, Integer weight) {}
    }

    record ServiceMonitor(String apiVersion, String kind, Metadata metadata, Spec spec) implements Resource {

        record Spec(Selector selector, List<Endpoint> endpoints) {}

        record Selector(Map<String, String> matchLabels) {

            V1LabelSelector asSelector() {
                return new V1LabelSelector().matchLabels(matchLabels);
            }
        }

        record Endpoint(String port, String path, String interval) {}
    }

    record Cluster(String apiVersion, String kind, Metadata metadata, Spec spec) implements Resource {

        record Spec(int instances, Bootstrap bootstrap, PostgreSql postgresql, Storage storage) {}

        record Bootstrap(InitDb initdb) {}

        record InitDb(String database, String owner) {}

        record PostgreSql(Map<String, String> parameters) {}

        record Storage(String size, String storageClass) {}
    }
}
