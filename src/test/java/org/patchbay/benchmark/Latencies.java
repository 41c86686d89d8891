package org.patchbay.benchmark;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Durations in microseconds, and their percentiles. */
record Latencies(long[] sorted) {

    static Latencies of(LongStream micros) {
        return new Latencies(micros.sorted().toArray());
    }

    /** In milliseconds; the smallest value that at least this share does not exceed. */
    double percentile(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1_000.0;
    }

    double median() {
        return percentile(0.5);
    }

    double p99() {
        return percentile(0.99);
    }

    double max() {
        return percentile(1);
    }

    Latencies and(Latencies more) {
        return of(LongStream.concat(Arrays.stream(sorted), Arrays.stream(more.sorted)));
    }
}
