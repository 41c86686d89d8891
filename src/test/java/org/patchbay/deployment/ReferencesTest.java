package org.patchbay.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names, selectors and keys lead somewhere: Kubernetes accepts dangling ones, and nothing works. */
class ReferencesTest {

    private static List<Overlay> overlays;

    @BeforeAll
    static void render() throws Exception {
        overlays = ManifestsTest.renderOrAbort();
    }

    static List<Overlay> overlays() {
        return overlays;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorFindsItsPods(Overlay overlay) {
        for (Workload workload : overlay.workloads()) {
            assertTrue(workload.matches(workload.selector()), workload.name());
        }
        overlay.all(Service.class).forEach(service -> assertFinds(overlay, service, selector(service)));
        overlay.all(PodDisruptionBudget.class)
                .forEach(budget -> assertFinds(overlay, budget, budget.getSpec().getSelector()));
        overlay.all(NetworkPolicy.class)
                .forEach(policy -> assertFinds(overlay, policy, policy.getSpec().getPodSelector()));
        overlay.application()
                .pod()
                .getTopologySpreadConstraints()
                .forEach(constraint -> assertTrue(overlay.application().matches(constraint.getLabelSelector())));
        overlay.all(HorizontalPodAutoscaler.class)
                .forEach(scaler -> assertTrue(
                        overlay.workload(scaler.getSpec().getScaleTargetRef().getName())
                                .isPresent()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theApplicationHasABudgetAndEveryPodAPolicyBothWays(Overlay overlay) {
        assertTrue(overlay.all(PodDisruptionBudget.class).stream().anyMatch(budget -> overlay.application()
                .matches(budget.getSpec().getSelector())));
        for (Workload workload : overlay.workloads()) {
            assertEquals(
                    Set.of("Ingress", "Egress"),
                    policies(overlay, workload)
                            .flatMap(policy -> policy.getSpec().getPolicyTypes().stream())
                            .collect(Collectors.toSet()),
                    workload.name());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceAndProbeNamesAPortThatIsThere(Overlay overlay) {
        for (Service service : overlay.all(Service.class)) {
            Workload workload = found(overlay, selector(service)).findFirst().orElseThrow();
            service.getSpec()
                    .getPorts()
                    .forEach(port -> assertTrue(
                            ports(workload).contains(port.getTargetPort().getStrVal()), workload.name()));
        }
        for (StatefulSet set : overlay.all(StatefulSet.class)) {
            assertExists(overlay, Service.class, set.getSpec().getServiceName());
        }
        for (Ingress ingress : overlay.all(Ingress.class)) {
            ingress.getSpec().getRules().stream()
                    .flatMap(rule -> rule.getHttp().getPaths().stream())
                    .forEach(path -> assertExists(
                            overlay,
                            Service.class,
                            path.getBackend().getService().getName()));
        }
        for (Workload workload : overlay.workloads()) {
            for (Container server : workload.servers()) {
                Stream.of(server.getStartupProbe(), server.getLivenessProbe(), server.getReadinessProbe())
                        .map(ReferencesTest::port)
                        .filter(Objects::nonNull)
                        .forEach(port -> assertTrue(ports(workload).contains(port.getStrVal()), workload.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyVolumeConfigMapAndAccountExists(Overlay overlay) {
        for (Workload workload : overlay.workloads()) {
            Set<String> volumes = new TreeSet<>(workload.claims());
            workload.volumes().forEach(volume -> volumes.add(volume.getName()));
            workload.volumes().stream()
                    .filter(volume -> volume.getConfigMap() != null)
                    .forEach(volume -> assertExists(
                            overlay, ConfigMap.class, volume.getConfigMap().getName()));
            workload.volumes().stream()
                    .filter(volume -> volume.getPersistentVolumeClaim() != null)
                    .forEach(volume -> assertExists(
                            overlay,
                            PersistentVolumeClaim.class,
                            volume.getPersistentVolumeClaim().getClaimName()));
            for (Container container : workload.containers()) {
                container.getVolumeMounts().forEach(mount -> assertTrue(volumes.contains(mount.getName())));
                container
                        .getEnvFrom()
                        .forEach(source -> assertExists(
                                overlay,
                                ConfigMap.class,
                                source.getConfigMapRef().getName()));
            }
            if (workload.pod().getServiceAccountName() != null) {
                assertExists(overlay, ServiceAccount.class, workload.pod().getServiceAccountName());
            }
        }
    }

    /** The operator makes the Secret by hand, from the commands in k8s/README.md. */
    @ParameterizedTest
    @MethodSource("overlays")
    void everyKeyOfTheSecretIsDocumented(Overlay overlay) throws Exception {
        String readme = Files.readString(Path.of("k8s", "README.md"));
        Set<String> documented = Pattern.compile("--from-(?:literal|file)=([\\w.-]+)=")
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        for (Workload workload : overlay.workloads()) {
            workload.containers().stream()
                    .flatMap(container -> container.getEnv().stream())
                    .filter(variable -> variable.getValueFrom() != null)
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .forEach(reference -> {
                        assertEquals("patchbay", reference.getName());
                        assertTrue(documented.contains(reference.getKey()), reference.getKey());
                    });
            workload.volumes().stream()
                    .map(Volume::getSecret)
                    .filter(Objects::nonNull)
                    .forEach(secret -> {
                        assertEquals("patchbay", secret.getSecretName());
                        secret.getItems().forEach(item -> assertTrue(documented.contains(item.getKey())));
                    });
        }
        overlay.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .forEach(tls -> assertTrue(readme.contains("secret tls " + tls.getSecretName())));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theSigningKeyIsWhereTheApplicationLooksForIt(Overlay overlay) {
        Workload patchbay = overlay.application();
        var volume = patchbay.volumes().stream()
                .filter(candidate -> candidate.getSecret() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(0440, volume.getSecret().getDefaultMode());
        assertEquals(1001L, patchbay.pod().getSecurityContext().getFsGroup());
        for (Container container : patchbay.containers()) {
            String folder = container.getVolumeMounts().stream()
                    .filter(mount -> mount.getName().equals(volume.getName()))
                    .map(mount -> mount.getMountPath())
                    .findFirst()
                    .orElseThrow();
            String file =
                    folder + "/" + volume.getSecret().getItems().getFirst().getPath();
            assertTrue(overlay.all(ConfigMap.class).stream()
                    .anyMatch(map -> file.equals(map.getData().get("PATCHBAY_AUTH_SIGNING_KEY_FILE"))));
        }
    }

    @Test
    void inTheDemoTheApplicationReachesItsServersAndNothingElseDoes() {
        Overlay demo = overlays.getFirst();
        Workload patchbay = demo.application();
        Workload mysql = demo.workload("mysql").orElseThrow();
        Workload artemis = demo.workload("artemis").orElseThrow();
        assertTrue(mayCall(demo, patchbay, mysql, 3306));
        assertTrue(mayCall(demo, patchbay, artemis, 5672));
        assertFalse(mayCall(demo, patchbay, artemis, 61616));
        assertFalse(mayCall(demo, artemis, mysql, 3306));
        assertFalse(mayCall(demo, mysql, artemis, 5672));
    }

    private static boolean mayCall(Overlay overlay, Workload client, Workload server, int port) {
        boolean leaves = policies(overlay, client)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .anyMatch(rule -> covers(rule.getPorts(), port) && includes(rule.getTo(), server));
        boolean enters = policies(overlay, server)
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .anyMatch(rule -> covers(rule.getPorts(), port) && includes(rule.getFrom(), client));
        return leaves && enters;
    }

    private static boolean covers(List<NetworkPolicyPort> ports, int port) {
        return ports.stream().anyMatch(candidate -> candidate.getPort().getIntVal() == port);
    }

    private static boolean includes(List<NetworkPolicyPeer> peers, Workload workload) {
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> peer.getPodSelector() != null && workload.matches(peer.getPodSelector()));
    }

    private static Stream<NetworkPolicy> policies(Overlay overlay, Workload workload) {
        return overlay.all(NetworkPolicy.class).stream()
                .filter(policy -> workload.matches(policy.getSpec().getPodSelector()));
    }

    private static LabelSelector selector(Service service) {
        Map<String, String> labels = service.getSpec().getSelector();
        return new LabelSelectorBuilder().withMatchLabels(labels).build();
    }

    private static Set<String> ports(Workload workload) {
        return workload.servers().stream()
                .flatMap(server -> server.getPorts().stream())
                .map(ContainerPort::getName)
                .collect(Collectors.toSet());
    }

    /** Null for a probe that runs a command. */
    private static IntOrString port(Probe probe) {
        if (probe.getHttpGet() != null) {
            return probe.getHttpGet().getPort();
        }
        return probe.getTcpSocket() == null ? null : probe.getTcpSocket().getPort();
    }

    private static Stream<Workload> found(Overlay overlay, LabelSelector selector) {
        return overlay.workloads().stream().filter(workload -> workload.matches(selector));
    }

    private static void assertFinds(Overlay overlay, HasMetadata from, LabelSelector selector) {
        assertEquals(
                List.of(from.getMetadata().getName()),
                found(overlay, selector).map(Workload::name).toList(),
                from.getKind());
    }

    private static <T extends HasMetadata> void assertExists(Overlay overlay, Class<T> kind, String name) {
        assertTrue(
                overlay.all(kind).stream()
                        .anyMatch(resource -> resource.getMetadata().getName().equals(name)),
                kind.getSimpleName() + " " + name);
    }
}
