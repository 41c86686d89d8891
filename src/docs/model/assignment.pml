/*
 * How Patchbay gives tickets to agents. README.md maps this to the code and says what is left out; ./check runs it.
 *
 * A transaction's changes are applied at its commit, in one step, to rows it has locked: so nobody sees them earlier
 * (READ COMMITTED), and a crash only lets locks go. Which of several rows a matcher takes is left open: what holds for
 * any choice holds for the longest idle agent and the most urgent ticket. A run begins in any state that fits together,
 * so few calls go far.
 */

#ifndef TICKETS
#define TICKETS 3
#endif
#ifndef CLIENTS
#define CLIENTS 2
#endif
#ifndef CALLS
#define CALLS 1         /* of each client */
#endif
#ifndef MATCHERS
#define MATCHERS 2      /* on replicas of their own */
#endif
#ifndef ATTEMPTS
#define ATTEMPTS 1      /* of each matcher; as many as it takes where liveness is checked */
#endif
#ifndef CRASHES
#define CRASHES 1
#endif
#ifndef DOUBLED
#define DOUBLED 1
#endif

#define AGENTS 2
#define NONE 7
#define TICKET_MESSAGE(t) (1 << (t))
#define AGENT_MESSAGE(a) (8 << (a))

#define NEW 0
#define OPEN 1
#define IN_PROGRESS 2
#define DONE 3          /* resolved or cancelled */

#define NOTHING_TO_MATCH 0
#define EMPTY_HANDED 1
#define WANTED_CLAIMED 2
#define OTHER_CLAIMED 3

byte status[TICKETS];
byte holder[TICKETS];
byte live[TICKETS];     /* live assignments: no unique key here, the locks must do */
bool ticketLocked[TICKETS];
byte ticketAwaited[TICKETS];

byte capacity[AGENTS];
byte load[AGENTS];
byte held[AGENTS];      /* live assignments, to compare the load with */
bool available[AGENTS];
bool agentLocked[AGENTS];
byte agentAwaited[AGENTS];

/* What waits in the channel. A set, since consumers are unordered and doubles are counted. */
byte messages;
byte doubled;
byte crashes;

#define hasRoom(a) (load[a] < capacity[a])
#define isFree(a) (available[a] && hasRoom(a))
#define someFree (isFree(0) || isFree(1))
#if TICKETS > 2
#define someOpen (status[0] == OPEN || status[1] == OPEN || status[2] == OPEN)
#else
#define someOpen (status[0] == OPEN || status[1] == OPEN)
#endif

#ifdef NO_AGENT_LOCK
#define agentSkipped(a) false
#define lockAgentRow(a) skip
#define unlockAgentRow(a) skip
#else
#define agentSkipped(a) (agentLocked[a] || agentAwaited[a])
#define lockAgentRow(a) agentLocked[a] = true
#define unlockAgentRow(a) agentLocked[a] = false
#endif

#ifdef NO_TICKET_LOCK
#define ticketSkipped(t) false
#define lockTicketRow(t) skip
#define unlockTicketRow(t) skip
#else
#define ticketSkipped(t) (ticketLocked[t] || ticketAwaited[t])
#define lockTicketRow(t) ticketLocked[t] = true
#define unlockTicketRow(t) ticketLocked[t] = false
#endif

/* InnoDB's locks are queues: what is awaited is skipped too, and goes to who awaits it. */
#define waits(t) (status[t] == OPEN && !ticketSkipped(t))
#define lockable(a) (isFree(a) && !agentSkipped(a))

/* Pairing.find */
#define ticketIsThere(t) (t == NONE || status[t] == OPEN)
#define agentIsThere(a) (a == NONE || isFree(a))
#define isThere(t, a) (ticketIsThere(t) && agentIsThere(a) && someOpen && someFree)

#ifdef LIVENESS
inline crash() {
    crashes < CRASHES -> crashes++
}

inline send(message) {
    if
    :: messages = messages | (message)
#ifdef LOSSY
    :: skip
#endif
    fi
}
#else
/* Nothing bad happens however often a replica crashes and whatever messages come. */
inline crash() {
    true
}

inline send(message) {
    skip
}
#endif

/* Holds for every commit that changes an agent. */
inline checkAgent(a) {
    assert(load[a] <= capacity[a]);
    assert(load[a] == held[a])
}

/* Writes what was seen under the lock plus the change, as Hibernate does, and not "load + 1". */
inline writeClaim(t, a) {
    status[t] = IN_PROGRESS;
    holder[t] = a;
    live[t]++;
    held[a]++;
    assert(live[t] == 1)
}

inline writeEnd(t) {
    live[t]--;
    held[holder[t]]--
}

inline lockFirstWaiting(found) {
    atomic {
        if
        :: waits(0) -> found = 0
        :: waits(1) -> found = 1
#if TICKETS > 2
        :: waits(2) -> found = 2
#endif
        :: else -> found = NONE
        fi;
        if
        :: found != NONE -> lockTicketRow(found)
        :: else
        fi
    }
}

/* ------------------------------------------------------------------ matchers */

/* Claims.attempt: two reads that skip what is locked, then the commit. */
inline attempt(seekTicket, seekAgent) {
    atomic {
        outcome = NOTHING_TO_MATCH;
        if
        :: isThere(seekTicket, seekAgent) -> outcome = EMPTY_HANDED
        :: else
        fi
    };
    if
    :: outcome == EMPTY_HANDED ->
        atomic {
            if
            :: seekAgent != 1 && lockable(0) -> agent = 0
            :: seekAgent != 0 && lockable(1) -> agent = 1
            :: else -> agent = NONE
            fi;
            if
            :: agent != NONE -> lockAgentRow(agent); seen = load[agent]
            :: else
            fi
        };
        if
        :: agent != NONE ->
            lockFirstWaiting(ticket);
            atomic {
                if
                :: ticket != NONE ->
                    if
                    :: writeClaim(ticket, agent);
                        load[agent] = seen + 1;
                        checkAgent(agent);
                        if
                        :: ticket == seekTicket -> outcome = WANTED_CLAIMED
                        :: else -> outcome = OTHER_CLAIMED
                        fi
                    :: crash() -> crashed = true
                    fi;
                    unlockTicketRow(ticket)
                :: else
                fi;
                unlockAgentRow(agent);
                agent = 0;
                ticket = 0;
                seen = 0
            }
        :: else -> agent = 0
        fi
    :: else
    fi
}

/* Matcher.match. It gives up after 25 tries; here it never does, or at once. */
inline match(seekTicket, seekAgent) {
    do
    :: attempt(seekTicket, seekAgent);
        atomic {
            if
            :: crashed || outcome == NOTHING_TO_MATCH || outcome == WANTED_CLAIMED -> break
#ifdef GIVES_UP
            :: !crashed && outcome == EMPTY_HANDED -> break
#endif
            :: !crashed && (outcome == EMPTY_HANDED || outcome == OTHER_CLAIMED)
            fi
        }
    od
}

#ifdef LIVENESS
inline receive(message, t, a) {
    messages & (message) ->
        if
        :: messages = messages & ~(message)
        :: doubled < DOUBLED -> doubled++
        fi;
        wantedTicket = t;
        wantedAgent = a
}

/* AssignmentRequests.onRequest */
proctype Consumer() {
    byte wantedTicket, wantedAgent, agent, ticket, seen, outcome;
    bool crashed;
end:
    do
    :: atomic {
            if
            :: receive(TICKET_MESSAGE(0), 0, NONE)
            :: receive(TICKET_MESSAGE(1), 1, NONE)
#if TICKETS > 2
            :: receive(TICKET_MESSAGE(2), 2, NONE)
#endif
            :: receive(AGENT_MESSAGE(0), NONE, 0)
            :: receive(AGENT_MESSAGE(1), NONE, 1)
            fi
        };
        match(wantedTicket, wantedAgent);
        atomic {
            if
            :: crashed && wantedTicket != NONE -> messages = messages | TICKET_MESSAGE(wantedTicket)
            :: crashed && wantedTicket == NONE -> messages = messages | AGENT_MESSAGE(wantedAgent)
            :: else
            fi;
            crashed = false;
            outcome = 0;
            wantedTicket = 0;
            wantedAgent = 0
        }
    od
}

/* Sweep.sweep */
proctype Sweep() {
    byte agent, ticket, seen, outcome;
    bool crashed;
end:
    do
    :: someOpen && someFree ->
        match(NONE, NONE);
        atomic { crashed = false; outcome = 0 }
    od
}
#else
/* Any matcher, for any reason. */
proctype Matcher() {
    byte attempts, agent, ticket, seen, outcome;
    bool crashed;
    do
    :: attempts < ATTEMPTS ->
        attempts++;
        attempt(NONE, NONE);
        atomic { crashed = false; outcome = 0 }
    :: else -> break
    od
}
#endif

/* ------------------------------------------------------------------ transactions of requests */

inline lockTicket(t) {
    if
    :: !ticketLocked[t]
    :: else -> ticketAwaited[t]++; !ticketLocked[t] -> ticketAwaited[t]--
    fi;
    ticketLocked[t] = true
}

/* Agent.lock, and what is seen with it. */
inline lockAgent(a, what) {
    if
    :: !agentLocked[a]
    :: else -> agentAwaited[a]++; !agentLocked[a] -> agentAwaited[a]--
    fi;
    agentLocked[a] = true;
    what = load[a]
}

/* Claims.fill: the agent's lock is held, tickets are taken while there is room. */
inline fill(a, what, isAvailable) {
    do
    :: atomic {
            (isAvailable) && what < capacity[a] ->
                lockFirstWaiting(next);
                if
                :: next == NONE -> next = 0; break
                :: else -> taken = taken | (1 << next); what++; next = 0
                fi
        }
    :: !((isAvailable) && what < capacity[a]) -> break
    od
}

inline writeTaken(t, a) {
    if
    :: taken & (1 << t) -> writeClaim(t, a); unlockTicketRow(t)
    :: else
    fi
}

inline writeFilled(a, what) {
    writeTaken(0, a);
    writeTaken(1, a);
#if TICKETS > 2
    writeTaken(2, a);
#endif
    load[a] = what;
    checkAgent(a)
}

inline dropTaken() {
    if :: taken & 1 -> unlockTicketRow(0) :: else fi;
    if :: taken & 2 -> unlockTicketRow(1) :: else fi;
#if TICKETS > 2
    if :: taken & 4 -> unlockTicketRow(2) :: else fi;
#endif
    skip
}

/* AssignmentRequests.onIdle: after the commit, seen without locks. */
inline announceIdle(a) {
    atomic {
        if
        :: isFree(a) && someOpen -> send(AGENT_MESSAGE(a))
        :: else
        fi
    }
}

/* Tickets.open; resume and reopen are the same to routing. */
inline open() {
    if
    :: atomic { status[t] == NEW -> status[t] = OPEN };
        send(TICKET_MESSAGE(t))
    :: status[t] != NEW
    fi
}

/* Tickets.take: RESOLVE, and CANCEL where nobody holds it. */
inline finish() {
    atomic {
        lockTicket(t);
        if
        :: status[t] == OPEN -> status[t] = DONE; ticketLocked[t] = false; goto done
        :: status[t] == IN_PROGRESS -> a = holder[t]
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    atomic { lockAgent(a, seenA); seenA--; becomes = available[a] };
    fill(a, seenA, becomes);
    atomic {
        if
        :: writeEnd(t); status[t] = DONE; writeFilled(a, seenA)
        :: crash() -> crashed = true; dropTaken()
        fi;
        agentLocked[a] = false;
        ticketLocked[t] = false;
        taken = 0;
        if
        :: crashed -> goto done
        :: else
        fi
    };
    announceIdle(a)
}

/* Tickets.take: RELEASE. Only the ticket's own message is sent, as the agent would be handed the ticket again. */
inline release() {
    atomic {
        lockTicket(t);
        if
        :: status[t] == IN_PROGRESS -> a = holder[t]
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    atomic { lockAgent(a, seenA) };
    atomic {
        writeEnd(t);
        status[t] = OPEN;
        load[a] = seenA - 1;
        checkAgent(a);
        agentLocked[a] = false;
        ticketLocked[t] = false
    };
    send(TICKET_MESSAGE(t));
#ifndef RELEASE_IS_SILENT
    announceIdle(a)
#endif
}

/* Assignments.assign: to agent a, from agent b where one holds it. */
inline assign() {
    atomic {
        lockTicket(t);
        if
        :: status[t] == OPEN -> b = NONE
        :: status[t] == IN_PROGRESS && holder[t] != a -> b = holder[t]
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
#ifdef READS_BEFORE_LOCK
    atomic { seenA = load[a]; becomes = available[a] };
#endif
#ifdef UNORDERED_AGENTS
    if
    :: b != NONE -> atomic { lockAgent(b, seenB) }
    :: else
    fi;
#else
    if
    :: b < a -> atomic { lockAgent(b, seenB) }
    :: else
    fi;
#endif
#ifdef READS_BEFORE_LOCK
    atomic { lockAgent(a, next); next = 0 };
#else
    atomic { lockAgent(a, seenA); becomes = available[a] };
#endif
#ifndef UNORDERED_AGENTS
    if
    :: b != NONE && b > a -> atomic { lockAgent(b, seenB) }
    :: else
    fi;
#endif
    if
    :: !becomes || seenA == capacity[a] ->
        atomic {
            if
            :: b != NONE -> agentLocked[b] = false
            :: else
            fi;
            agentLocked[a] = false;
            ticketLocked[t] = false;
            goto done
        }
    :: else
    fi;
    if
    :: b != NONE -> seenB--; fill(b, seenB, available[b])
    :: else
    fi;
    atomic {
        if
        :: b != NONE -> writeEnd(t); writeFilled(b, seenB); agentLocked[b] = false
        :: else
        fi;
        writeClaim(t, a);
        load[a] = seenA + 1;
        checkAgent(a);
        agentLocked[a] = false;
        ticketLocked[t] = false;
        taken = 0;
        if
        :: b == NONE -> goto done
        :: else
        fi
    };
    announceIdle(b)
}

/* Agents.setPresence */
inline togglePresence() {
    atomic { lockAgent(a, seenA); becomes = !available[a] };
    fill(a, seenA, becomes);
    atomic {
        if
        :: available[a] = becomes; writeFilled(a, seenA)
        :: crash() -> crashed = true; dropTaken()
        fi;
        agentLocked[a] = false;
        taken = 0;
        if
        :: crashed -> goto done
        :: else
        fi
    };
    announceIdle(a)
}

#ifdef LEAVING
/* One ticket of Assignments.onLeaving: its lock, then the agent's, which the first of them has taken already. */
inline takeBack(t) {
    if
    :: status[t] == IN_PROGRESS && holder[t] == a ->
        atomic { lockTicket(t) };
        if
        :: status[t] != IN_PROGRESS || holder[t] != a -> ticketLocked[t] = false
        :: else ->
            atomic {
                if
                :: !taken -> lockAgent(a, seenA)
                :: else
                fi;
                taken = taken | (1 << t);
                seenA--
            }
        fi
    :: else
    fi
}

inline writeTakenBack(t) {
    if
    :: taken & (1 << t) -> writeEnd(t); status[t] = OPEN; ticketLocked[t] = false; send(TICKET_MESSAGE(t))
    :: else
    fi
}

/* Agents.delete: the agent goes offline, then each ticket is taken back in one transaction. */
inline leave() {
    atomic { lockAgent(a, seenA); available[a] = false; agentLocked[a] = false };
    takeBack(0);
    takeBack(1);
#if TICKETS > 2
    takeBack(2);
#endif
    atomic {
        if
        :: taken ->
            writeTakenBack(0);
            writeTakenBack(1);
#if TICKETS > 2
            writeTakenBack(2);
#endif
            load[a] = seenA;
            checkAgent(a);
            agentLocked[a] = false;
            taken = 0
        :: else
        fi
    }
}
#endif

inline someTicket() {
    if
    :: t = 0
    :: t = 1
#if TICKETS > 2
    :: t = 2
#endif
    fi
}

inline someAgent() {
    if
    :: a = 0
    :: a = 1
    fi
}

proctype Client() {
    byte calls, t, a, b, seenA, seenB, next, taken;
    bool becomes, crashed;
    do
    :: calls < CALLS ->
        calls++;
        if
        :: atomic { someTicket() }; open()
        :: atomic { someTicket() }; finish()
        :: atomic { someTicket() }; release()
        :: atomic { someTicket(); someAgent() }; assign()
        :: atomic { someAgent() }; togglePresence()
#ifdef LEAVING
        :: atomic { someAgent() }; leave()
#endif
        :: calls = CALLS
        fi;
done:
        atomic { t = 0; a = 0; b = 0; seenA = 0; seenB = 0; becomes = false; crashed = false }
    :: else -> break
    od
}

inline begin(t) {
    if
    :: status[t] = NEW
    :: status[t] = OPEN; send(TICKET_MESSAGE(t))
    :: hasRoom(0) -> writeClaim(t, 0); load[0]++
    :: hasRoom(1) -> writeClaim(t, 1); load[1]++
    fi
}

init {
    atomic {
        capacity[0] = 2;
        capacity[1] = 1;
        begin(0);
        begin(1);
#if TICKETS > 2
        begin(2);
#endif
        if
        :: available[0] = true
        :: skip
        fi;
        if
        :: available[1] = true
        :: skip
        fi;
        byte i;
        for (i : 1 .. CLIENTS) { run Client() }
#ifdef LIVENESS
        for (i : 1 .. MATCHERS) { run Consumer() }
#ifndef NO_SWEEP
        run Sweep();
#endif
#else
        for (i : 1 .. MATCHERS) { run Matcher() }
#endif
        i = 0
    }
}

#ifdef LIVENESS
/*
 * No ticket waits for ever while an agent could take it. Stronger than "a ticket is assigned when one agent stays free":
 * that agent and ticket would be such a pair.
 */
ltl nobodyIsForgotten { []<> !(someOpen && someFree) }
#endif
