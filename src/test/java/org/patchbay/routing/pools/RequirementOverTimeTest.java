package org.patchbay.routing.pools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.patchbay.queues.Channel;
import org.patchbay.skills.Relaxation;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.tickets.TargetAgent;
import org.patchbay.tickets.Ticket;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Laws of requirements over a ticket's age, for any skills and target. */
class RequirementOverTimeTest {

    private static final long QUEUE = 7;
    private static final int LATEST = 12;

    /** The skills and the target of a ticket. Small numbers, so that much happens at once, to few skills. */
    record Said(List<RequiredSkill> skills, TargetAgent target) {

        Requirement at(long age) {
            return demand().at(age);
        }

        RequirementOverTime demand() {
            var ticket = new Ticket();
            ticket.requires(skills, target, null, null);
            return new RequirementOverTime(QUEUE, ticket);
        }
    }

    @Test
    void aSkillIsRelaxedStepByStepThenNotRequiredAndTheTargetIsAnybody() {
        var french = skill(2, 7, new Relaxation(60, 5), new Relaxation(120, null));
        var said = new Said(List.of(french, skill(1, 3)), new TargetAgent(9, 30));
        assertEquals(required(Map.of(1L, 3, 2L, 7), 9), said.at(0));
        assertEquals(required(Map.of(1L, 3, 2L, 7), 9), said.at(29));
        assertEquals(required(Map.of(1L, 3, 2L, 7), 0), said.at(30));
        assertEquals(required(Map.of(1L, 3, 2L, 5), 0), said.at(60));
        assertEquals(required(Map.of(1L, 3), 0), said.at(120));
        assertEquals("1:3,2:7", said.at(0).skillsAsText());
        assertEquals(new TreeSet<>(List.of(30, 60, 120)), said.demand().changesAt());
    }

    @Property
    void itNeverGrows(@ForAll("said") Said said, @ForAll("ages") int age, @ForAll("ages") int later) {
        var young = said.at(Math.min(age, later));
        var old = said.at(Math.max(age, later));
        old.skills().forEach((skill, level) -> assertTrue(young.skills().getOrDefault(skill, 0) >= level));
        assertTrue(old.targetId() == young.targetId() || old.targetId() == 0);
    }

    @Property
    void itChangesAtItsTurnsAndAtNoOtherAge(@ForAll("said") Said said) {
        var turns = said.demand().changesAt();
        for (int age = 1; age <= LATEST + 1; age++) {
            if (!turns.contains(age)) {
                assertEquals(said.at(age - 1), said.at(age), "at " + age);
            }
        }
    }

    /**
     * A step of one skill may be hidden by another entry of the same skill, or come after its last: alone it is not.
     */
    @Property
    void aSkillThatIsSaidOnceChangesAtEachOfItsTurns(@ForAll("skills") RequiredSkill skill) {
        var said = new Said(List.of(skill), null);
        for (int turn : said.demand().changesAt()) {
            assertNotEquals(said.at(turn - 1L), said.at(turn), "at " + turn);
        }
        for (var step : skill.relax()) {
            assertEquals(step.level(), said.at(step.afterSeconds()).skills().get(skill.skillId()));
        }
    }

    @Property
    void aSkillThatIsNotRelaxedStaysForEver(@ForAll("said") Said said, @ForAll("ages") int age) {
        for (var skill : said.skills()) {
            if (skill.relax().isEmpty()) {
                assertTrue(said.at(age).skills().get(skill.skillId()) >= skill.level());
                assertTrue(said.at(Long.MAX_VALUE).skills().get(skill.skillId()) >= skill.level());
            }
        }
    }

    @Property
    void aSkillThatIsSaidTwiceIsRequiredAtTheHighestLevelOfThatAge(@ForAll("said") Said said, @ForAll("ages") int age) {
        var highest = new TreeMap<Long, Integer>();
        said.skills().stream()
                .map(skill -> new Said(List.of(skill), null).at(age).skills())
                .forEach(alone -> alone.forEach((skill, level) -> highest.merge(skill, level, Math::max)));
        assertEquals(highest, said.at(age).skills());
    }

    @Property
    void theTargetIsAskedAloneForItsSecondsAndNotOneMore(@ForAll("said") Said said) {
        var target = said.target();
        if (target != null) {
            assertEquals(target.agentId(), said.at(0).targetId());
            assertEquals(target.agentId(), said.at(target.forSeconds() - 1L).targetId());
            assertEquals(0, said.at(target.forSeconds()).targetId());
        }
    }

    @Property
    void theOrderInWhichSkillsWereSaidDoesNotMatter(
            @ForAll("said") Said said, @ForAll("ages") int age, @ForAll Random random) {
        var shuffled = new ArrayList<>(said.skills());
        Collections.shuffle(shuffled, random);
        var other = new Said(shuffled, said.target());
        assertEquals(said.at(age), other.at(age));
        assertEquals(said.at(age).skillsAsText(), other.at(age).skillsAsText());
        assertEquals(said.demand().changesAt(), other.demand().changesAt());
    }

    @Property
    void requirementsAreEqualWhereTheirTextsAre(
            @ForAll("requirements") SortedMap<Long, Integer> one,
            @ForAll("requirements") SortedMap<Long, Integer> other) {
        var text = required(one, 3).skillsAsText();
        assertEquals(required(one, 3), Requirement.of(QUEUE, null, text, 3));
        assertEquals(one.equals(other), text.equals(required(other, 3).skillsAsText()));
    }

    /** A ticket may require twenty skills: the pool's column must hold them, whatever their ids. */
    @Test
    void theLongestTextFitsItsColumn() {
        var skills = new TreeMap<Long, Integer>();
        for (long skill = 0; skill < 20; skill++) {
            skills.put(Long.MAX_VALUE - skill, 10);
        }
        assertTrue(required(skills, 0).skillsAsText().length() <= 500);
    }

    @Provide
    Arbitrary<Said> said() {
        var target = Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.integers().between(1, LATEST))
                .as(TargetAgent::new);
        return Combinators.combine(skills().list().ofMaxSize(5), target.injectNull(0.5))
                .as(Said::new);
    }

    /** As the API takes them: each relaxation later than the one before, and lower. */
    @Provide
    Arbitrary<RequiredSkill> skills() {
        var level = Arbitraries.integers().between(1, 10);
        var ages = Arbitraries.integers().between(1, LATEST).set().ofMaxSize(4);
        var levels = level.set().ofSize(5);
        return Combinators.combine(Arbitraries.longs().between(1, 3), levels, ages, Arbitraries.of(true, false))
                .as((skill, steps, at, forEver) -> {
                    var falling = new ArrayList<>(new TreeSet<>(steps).descendingSet());
                    var relax = new ArrayList<Relaxation>();
                    for (int age : new TreeSet<>(at)) {
                        boolean last = relax.size() == at.size() - 1;
                        relax.add(new Relaxation(age, last && !forEver ? null : falling.get(relax.size() + 1)));
                    }
                    return new RequiredSkill(skill, falling.getFirst(), relax);
                });
    }

    @Provide
    Arbitrary<Integer> ages() {
        return Arbitraries.integers().between(0, LATEST + 2);
    }

    @Provide
    Arbitrary<SortedMap<Long, Integer>> requirements() {
        return Arbitraries.maps(
                        Arbitraries.longs().between(1, 120),
                        Arbitraries.integers().between(1, 10))
                .ofMaxSize(4)
                .map(TreeMap::new);
    }

    private static RequiredSkill skill(long id, int level, Relaxation... relax) {
        return new RequiredSkill(id, level, List.of(relax));
    }

    private static Requirement required(Map<Long, Integer> skills, long target) {
        return new Requirement(QUEUE, (Channel) null, new TreeMap<>(skills), target);
    }
}
