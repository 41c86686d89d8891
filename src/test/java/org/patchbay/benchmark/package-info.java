/** The benchmark: {@code ./mvnw verify -Pbenchmark}. What its numbers mean is in {@code src/docs/performance.md}. */
package org.patchbay.benchmark;
