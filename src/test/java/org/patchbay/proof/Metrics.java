package org.patchbay.proof;

import java.io.IOException;
import java.util.List;

import org.patchbay.testing.Replica;

/** The metrics of replicas, as operators read them. */
final class Metrics {

    private Metrics() {}

    /** Summed over the replicas. */
    static double sum(List<Replica> replicas, String name) {
        return replicas.stream().mapToDouble(replica -> of(replica, name)).sum();
    }

    /** Summed over its labels; 0 where the replica does not answer, or does not know it. */
    static double of(Replica replica, String name) {
        try {
            return replica.client()
                    .text("/q/metrics")
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line ->
                            Double.parseDouble(line.replaceAll("\\{[^}]*}", "").split(" ")[1]))
                    .sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
