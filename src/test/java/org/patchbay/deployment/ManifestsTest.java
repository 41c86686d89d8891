package org.patchbay.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

/** The promises of every overlay about running Patchbay. For references see {@link ReferencesTest}. */
class ManifestsTest {

    private static final String FILES = "/var/lib/patchbay/attachments";

    private static List<Overlay> overlays;

    @BeforeAll
    static void render() throws Exception {
        overlays = renderOrAbort();
    }

    static List<Overlay> renderOrAbort() throws Exception {
        if (Overlay.kubectl().isEmpty()) {
            String reason = "The Kubernetes manifests are NOT tested: there is no kubectl on the PATH";
            Logger.getLogger(ManifestsTest.class).warn(reason);
            abort(reason);
        }
        return Overlay.all();
    }

    static List<Overlay> overlays() {
        return overlays;
    }

    @Test
    void bothOverlaysAreThere() {
        assertEquals(
                List.of("demo", "production"),
                overlays.stream().map(Overlay::name).toList());
    }

    @Test
    void aMisspeltFieldAnUnknownKindAndANumberForATextAreRefused() {
        assertRefused("automountServiceAcountToken", "kind: ServiceAccount\nautomountServiceAcountToken: false");
        assertRefused("readynessProbe", "kind: Pod\nspec:\n  containers:\n    - name: a\n      readynessProbe: {}");
        assertRefused("no Deployment in v1", "kind: Deployment\nspec: {}");
        assertRefused("AMQP_PORT", "kind: ConfigMap\ndata:\n  AMQP_PORT: 5672");
        assertRefused("runAsNonRoot", "kind: Pod\nspec:\n  securityContext:\n    runAsNonRoot: \"yes\"");
    }

    private static void assertRefused(String reason, String manifest) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Overlay.parse("apiVersion: v1\n" + manifest), manifest);
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyContainerSaysWhatItNeedsAndMayTake(Overlay overlay) {
        assertAllContainers(
                overlay,
                container -> container.getResources() != null
                        && Set.of("cpu", "memory")
                                .equals(container.getResources().getRequests().keySet())
                        && Set.of("cpu", "memory")
                                .equals(container.getResources().getLimits().keySet()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServerIsProbed(Overlay overlay) {
        for (Workload workload : overlay.workloads()) {
            for (Container server : workload.servers()) {
                assertNotNull(server.getStartupProbe(), server.getName());
                assertNotNull(server.getLivenessProbe(), server.getName());
                assertNotNull(server.getReadinessProbe(), server.getName());
            }
        }
        Container patchbay = overlay.application().servers().getFirst();
        assertEquals("/q/health/started", path(patchbay.getStartupProbe()));
        assertEquals("/q/health/live", path(patchbay.getLivenessProbe()));
        assertEquals("/q/health/ready", path(patchbay.getReadinessProbe()));
    }

    private static String path(Probe probe) {
        assertEquals("http", probe.getHttpGet().getPort().getStrVal());
        return probe.getHttpGet().getPath();
    }

    /** The namespaces enforce this: a pod that breaks it would never be created. */
    @ParameterizedTest
    @MethodSource("overlays")
    void everyPodKeepsTheRestrictedPodSecurityStandard(Overlay overlay) {
        assertEquals(
                List.of("restricted"),
                overlay.all(Namespace.class).stream()
                        .map(namespace -> namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"))
                        .toList());
        for (Workload workload : overlay.workloads()) {
            var security = workload.pod().getSecurityContext();
            assertTrue(security.getRunAsNonRoot(), workload.name());
            assertTrue(security.getRunAsUser() > 0, workload.name());
            assertEquals("RuntimeDefault", security.getSeccompProfile().getType());
        }
        assertAllContainers(
                overlay,
                container ->
                        Objects.equals(false, container.getSecurityContext().getAllowPrivilegeEscalation())
                                && List.of("ALL")
                                        .equals(container
                                                .getSecurityContext()
                                                .getCapabilities()
                                                .getDrop())
                                && container.getSecurityContext().getRunAsUser() == null);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noPodHoldsATokenOrTakesSettingsFromItsNeighbours(Overlay overlay) {
        for (Workload workload : overlay.workloads()) {
            assertEquals(false, workload.pod().getAutomountServiceAccountToken(), workload.name());
            assertEquals(false, workload.pod().getEnableServiceLinks(), workload.name());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theApplicationWritesToTmpAndToItsFilesOnly(Overlay overlay) {
        for (Container container : overlay.application().containers()) {
            assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem(), container.getName());
        }
        assertEquals(List.of("/tmp"), writable(overlay.application().initializer()));
        assertEquals(
                List.of("/tmp", FILES), writable(overlay.application().servers().getFirst()));
    }

    private static List<String> writable(Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !Objects.equals(true, mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .toList();
    }

    /** A file that one pod took is read by any. */
    @Test
    void allPodsShareTheFilesThatPeopleSend() throws IOException {
        for (var overlay : overlays) {
            var claim = overlay.all(PersistentVolumeClaim.class).getFirst();
            assertEquals(
                    List.of(overlay.name().equals("demo") ? "ReadWriteOnce" : "ReadWriteMany"),
                    claim.getSpec().getAccessModes());
        }
        assertTrue(Files.readAllLines(Path.of("src/main/resources/application.properties"))
                .contains("patchbay.attachments.folder=" + FILES));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noDataLivesOnAVolumeThatDiesWithItsPod(Overlay overlay) {
        for (Workload workload : overlay.workloads()) {
            List<String> shortLived = workload.volumes().stream()
                    .filter(volume -> volume.getEmptyDir() != null || volume.getHostPath() != null)
                    .map(volume -> volume.getName())
                    .toList();
            for (Container container : workload.containers()) {
                for (VolumeMount mount : container.getVolumeMounts()) {
                    assertTrue(
                            !shortLived.contains(mount.getName())
                                    || mount.getMountPath().equals("/tmp"),
                            workload.name() + " keeps " + mount.getMountPath() + " on " + mount.getName());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noPasswordStandsInAManifest(Overlay overlay) {
        assertEquals(List.of(), overlay.all(Secret.class));
        Predicate<String> secretive = name -> name.matches(".*(PASSWORD|SECRET|TOKEN).*");
        assertAllContainers(overlay, container -> container.getEnv().stream()
                .noneMatch(variable -> secretive.test(variable.getName()) && variable.getValue() != null));
        assertTrue(overlay.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().keySet().stream())
                .noneMatch(secretive));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void migrationsRunBeforeTheApplicationAndNotInIt(Overlay overlay) {
        Container migration = overlay.application().initializer();
        Container server = overlay.application().servers().getFirst();
        assertEquals(server.getImage(), migration.getImage());
        assertEquals("true", Workload.env(migration, "QUARKUS_INIT_AND_EXIT"));
        assertEquals("true", Workload.env(migration, "QUARKUS_FLYWAY_MIGRATE_AT_START"));
        assertEquals("false", setting(overlay, "QUARKUS_FLYWAY_MIGRATE_AT_START"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void aPodIsKilledOnlyAfterItCouldFinishItsWork(Overlay overlay) {
        Workload patchbay = overlay.application();
        long sleep = patchbay.servers()
                .getFirst()
                .getLifecycle()
                .getPreStop()
                .getSleep()
                .getSeconds();
        Duration shutdown = Duration.parse("PT" + setting(overlay, "PATCHBAY_SHUTDOWN_TIMEOUT"));
        assertTrue(sleep > 0);
        assertTrue(sleep + shutdown.toSeconds() < patchbay.pod().getTerminationGracePeriodSeconds());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anUpgradeTakesNoPodAwayBeforeItsSuccessorIsReady(Overlay overlay) {
        for (Deployment deployment : overlay.all(Deployment.class)) {
            assertEquals(
                    0,
                    deployment
                            .getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyImageIsPinned(Overlay overlay) {
        assertAllContainers(overlay, container -> container.getImage().matches(".+:(?!latest$)[^:/]+"));
    }

    @Test
    void productionScalesOverZonesAndTheDemoDoesNot() {
        Overlay demo = overlays.getFirst();
        Overlay production = overlays.getLast();
        assertEquals(
                1, demo.all(Deployment.class).getFirst().getSpec().getReplicas(), "one instance is enough to look at");
        assertEquals(List.of(), demo.all(HorizontalPodAutoscaler.class));

        var scaling = production.all(HorizontalPodAutoscaler.class).getFirst().getSpec();
        assertTrue(scaling.getMinReplicas() >= 2);
        assertTrue(scaling.getMaxReplicas() > scaling.getMinReplicas());
        assertEquals(
                List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname"),
                production.application().pod().getTopologySpreadConstraints().stream()
                        .map(constraint -> constraint.getTopologyKey())
                        .toList());
    }

    @Test
    void demoDataIsForTheDemoOnly() {
        assertEquals("true", setting(overlays.getFirst(), "PATCHBAY_DEMO_DATA"));
        assertFalse(settings(overlays.getLast()).containsKey("PATCHBAY_DEMO_DATA"));
        assertFalse(settings(overlays.getLast()).containsKey("PATCHBAY_AUTH_CREATE_SIGNING_KEY"));
    }

    private static String setting(Overlay overlay, String name) {
        return settings(overlay).get(name);
    }

    private static Map<String, String> settings(Overlay overlay) {
        Container server = overlay.application().servers().getFirst();
        String name = server.getEnvFrom().getFirst().getConfigMapRef().getName();
        return overlay.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static void assertAllContainers(Overlay overlay, Predicate<Container> expected) {
        Stream<Container> offenders = overlay.workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .filter(expected.negate());
        assertEquals(List.of(), offenders.map(Container::getName).toList());
    }
}
