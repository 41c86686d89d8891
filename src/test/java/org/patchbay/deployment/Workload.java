package org.patchbay.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** The common parts of Deployments and StatefulSets: a name, a selector, and pods. */
record Workload(String name, LabelSelector selector, PodTemplateSpec template, List<String> claims) {

    static Workload of(Deployment deployment) {
        return new Workload(
                deployment.getMetadata().getName(),
                deployment.getSpec().getSelector(),
                deployment.getSpec().getTemplate(),
                List.of());
    }

    static Workload of(StatefulSet set) {
        return new Workload(
                set.getMetadata().getName(),
                set.getSpec().getSelector(),
                set.getSpec().getTemplate(),
                set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList());
    }

    PodSpec pod() {
        return template.getSpec();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    List<Container> servers() {
        return pod().getContainers();
    }

    Container initializer() {
        return pod().getInitContainers().getFirst();
    }

    List<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), servers().stream())
                .toList();
    }

    List<Volume> volumes() {
        return pod().getVolumes();
    }

    boolean matches(LabelSelector other) {
        return other.getMatchExpressions().isEmpty()
                && labels().entrySet().containsAll(other.getMatchLabels().entrySet());
    }

    static String env(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElse(null);
    }
}
