package org.patchbay.deployment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** A rendered folder of {@code k8s/overlays}, each document parsed as strictly as the API server would. */
record Overlay(String name, List<HasMetadata> resources) {

    private static final Path FOLDER = Path.of("k8s", "overlays");
    private static final KubernetesSerialization KINDS = new KubernetesSerialization();
    private static final ObjectMapper STRICT = strictMapper();

    static List<Overlay> all() throws IOException, InterruptedException {
        List<Overlay> overlays = new ArrayList<>();
        try (Stream<Path> folders = Files.list(FOLDER).sorted()) {
            for (Path folder : folders.toList()) {
                overlays.add(new Overlay(folder.getFileName().toString(), parse(render(folder))));
            }
        }
        return overlays;
    }

    static Optional<Path> kubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static List<HasMetadata> parse(String manifests) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(options))
                                .loadAll(manifests)
                                .spliterator(),
                        false)
                .map(document -> parse((Map<?, ?>) document))
                .toList();
    }

    private static HasMetadata parse(Map<?, ?> document) {
        String apiVersion = (String) document.get("apiVersion");
        String kind = (String) document.get("kind");
        Class<? extends KubernetesResource> model = KINDS.getRegisteredKubernetesResource(apiVersion, kind);
        if (model == null) {
            throw new IllegalArgumentException("Kubernetes knows no " + kind + " in " + apiVersion);
        }
        return (HasMetadata) STRICT.convertValue(document, model);
    }

    /** Warnings of kubectl land in the output too, where they break the parsing: there should be none. */
    private static String render(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(kubectl().orElseThrow().toString(), "kustomize", folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("kubectl kustomize " + folder + ": " + output);
        }
        return output;
    }

    /** The model's classes would swallow an unknown field as an "additional property": here they may not. */
    private static ObjectMapper strictMapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfig(
                        LogicalType.Integer,
                        number -> number.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean, flag -> flag.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
                .build();
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Workload application() {
        return workload("patchbay").orElseThrow();
    }

    Optional<Workload> workload(String name) {
        return workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }

    List<Workload> workloads() {
        return Stream.concat(
                        all(Deployment.class).stream().map(Workload::of),
                        all(StatefulSet.class).stream().map(Workload::of))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
