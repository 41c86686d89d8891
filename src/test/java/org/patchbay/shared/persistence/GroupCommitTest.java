package org.patchbay.shared.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/** Work that comes while other work is under way is done together. */
class GroupCommitTest {

    private static final int MOST = 8;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyPieceIsDoneOnceAndNeverTwoGroupsAtATime() throws Exception {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var commit = new GroupCommit<Integer>(MOST, FOR_EVER, group -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            groups.add(group);
            Thread.onSpinWait();
            underWay.decrementAndGet();
        });
        int pieces = 20_000;
        try (var threads = Executors.newFixedThreadPool(32)) {
            var done = IntStream.range(0, pieces)
                    .mapToObj(piece -> threads.submit(() -> commit.run(piece)))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }
        assertEquals(1, most.get());
        assertTrue(groups.stream().allMatch(group -> !group.isEmpty() && group.size() <= MOST));
        assertEquals(
                IntStream.range(0, pieces).boxed().toList(),
                groups.stream().flatMap(List::stream).sorted().toList());
    }

    @Test
    void whatComesMeanwhileIsDoneTogetherInItsOrder() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Integer>(MOST, FOR_EVER, group -> {
            groups.add(group);
            begun.countDown();
            awaitQuietly(goOn);
        });
        try (var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> commit.run(0));
            begun.await();
            var others = new ArrayList<Future<?>>();
            for (int piece = 1; piece <= MOST + 2; piece++) {
                int next = piece;
                others.add(threads.submit(() -> commit.run(next)));
                await().until(() -> commit.waiting() == next);
            }
            goOn.countDown();
            first.get();
            for (var other : others) {
                other.get();
            }
        }
        assertEquals(List.of(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8), List.of(9, 10)), groups);
    }

    @Test
    void nobodyWaitsForEverForAGroupThatIsStuck() throws Exception {
        var goOn = new CountDownLatch(1);
        var commit = new GroupCommit<Integer>(MOST, Duration.ZERO, group -> {
            groups.add(group);
            awaitQuietly(goOn);
        });
        try (var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> commit.run(0));
            await().until(() -> !groups.isEmpty());
            assertFalse(commit.run(1));
            assertEquals(0, commit.waiting());
            goOn.countDown();
            assertTrue(first.get());
        }
        assertTrue(commit.run(2));
        assertEquals(List.of(List.of(0), List.of(2)), groups);
    }

    @Test
    void aGroupThatFailsStopsNobodyWhoComesAfterwards() {
        var commit = new GroupCommit<Integer>(MOST, FOR_EVER, group -> {
            groups.add(group);
            if (group.contains(0)) {
                throw new IllegalStateException("broken");
            }
        });
        assertThrows(IllegalStateException.class, () -> commit.run(0));
        commit.run(1);
        assertEquals(List.of(List.of(0), List.of(1)), groups);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
