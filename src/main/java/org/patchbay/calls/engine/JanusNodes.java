package org.patchbay.calls.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.PerReplica;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;

/** The nodes of Janus, and whether they take new rooms. Each replica asks by itself. */
@ApplicationScoped
class JanusNodes {

    private final JanusClient janus;
    private final List<String> all;
    private final CurrentOrganisation currentOrganisation;
    private final Set<String> taking = ConcurrentHashMap.newKeySet();

    JanusNodes(JanusClient janus, JanusConfig config, CurrentOrganisation currentOrganisation, MeterRegistry registry) {
        this.janus = janus;
        this.currentOrganisation = currentOrganisation;
        registry.gaugeCollectionSize("patchbay.calls.nodes", Tags.empty(), taking);
        this.all = config.nodes().orElse(List.of()).stream().map(URI::toString).toList();
    }

    @Startup
    @PerReplica("Each asks for itself.")
    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.calls.janus.look-every}",
            identity = "janus-nodes",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (var node : all) {
            if (!janus.takes(node)) {
                if (taking.remove(node)) {
                    Log.warnf("The media server %s takes no calls any more", node);
                }
            } else if (taking.add(node)) {
                Log.infof("The media server %s takes calls", node);
            }
        }
    }

    /** Whether any are configured. */
    boolean areThere() {
        return !all.isEmpty();
    }

    /** Of those that take rooms, the one with the fewest lines. */
    Optional<String> quietest() {
        if (taking.isEmpty()) {
            return Optional.empty();
        }
        var load = currentOrganisation.everywhere(JanusLine::load);
        return all.stream()
                .filter(taking::contains)
                .min((one, other) -> Long.compare(load.getOrDefault(one, 0L), load.getOrDefault(other, 0L)));
    }
}
