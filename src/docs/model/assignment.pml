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

#ifndef FORGIVEN
#define FORGIVEN 1
#endif

/*
 * ONE_TICKET: the second is never opened. NO_MESSAGES, with LOSSY: all are lost. MAKES_POOLS: whoever opens one makes a
 * pool. GROUPS: so many replicas carry out a group of requests each.
 */
#define AGENTS 2
#define NONE 7
#define TICKET_MESSAGE(t) (1 << (t))
#define AGENT_MESSAGE(a) (8 << (a))
#define ANYTHING 32

#define NEW 0
#define OPEN 1
#define IN_PROGRESS 2
#define DONE 3          /* resolved or cancelled */
#define OFFERED 4

#define NOTHING_TO_MATCH 0
#define EMPTY_HANDED 1
#define WANTED_CLAIMED 2
#define OTHER_CLAIMED 3

byte status[TICKETS];
byte holder[TICKETS];
byte live[TICKETS];     /* live assignments: no unique key here, the locks must do */
bool ticketLocked[TICKETS];
byte ticketAwaited[TICKETS];

#define capacity(a) (2 - (a))
byte load[AGENTS];
byte held[AGENTS];      /* live assignments, to compare the load with */
bool available[AGENTS];
bool seated[AGENTS];    /* Seats.place: whether matchers find them */
bool agentLocked[AGENTS];
byte agentAwaited[AGENTS];

#ifdef OFFERS
#define CLAIMED OFFERED
byte refused[TICKETS];  /* by which agents */
byte forgiven;
byte offer[TICKETS];    /* the number of the present one, counted only while somebody remembers an earlier one */
byte remembered[TICKETS];
#define mayHave(t, a) (!(refused[t] & (1 << (a))))
#else
#define CLAIMED IN_PROGRESS
#define mayHave(t, a) true
#endif

/* What waits in the channel. A set, since consumers are unordered and doubles are counted. */
byte messages;
byte doubled;
byte crashes;

#define hasRoom(a) (load[a] < capacity(a))
#define isFree(a) (available[a] && hasRoom(a))
#define isWithAgent(t) (status[t] == OFFERED || status[t] == IN_PROGRESS)

/* Whether the agent may have the ticket, and some ticket; whoever locks them looks at the rest. */
#define couldHave(t, a) (status[t] == OPEN && mayHave(t, a))
#if TICKETS > 2
#define couldHaveSome(a) (couldHave(0, a) || couldHave(1, a) || couldHave(2, a))
#else
#define couldHaveSome(a) (couldHave(0, a) || couldHave(1, a))
#endif
#define someForgotten (isFree(0) && couldHaveSome(0) || isFree(1) && couldHaveSome(1))

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
#define waits(t, a) (couldHave(t, a) && !ticketSkipped(t))
#define lockable(a) (isFree(a) && !agentSkipped(a))

/* MatchQueries.find: for an agent, for a ticket, for anything. */
#define ticketIsThere(t) (seated[0] && couldHave(t, 0) || seated[1] && couldHave(t, 1))
#define anyIsThere (seated[0] && couldHaveSome(0) || seated[1] && couldHaveSome(1))
#define isThere(t, a) \
    (a != NONE -> isFree(a) && couldHaveSome(a) : (t != NONE -> ticketIsThere(t) : anyIsThere))

/* Agent.lockIfFree, MatchQueries.lockFirst */
#define isSought(t, a, agent) \
    (lockable(agent) && (a != NONE -> a == agent : \
        seated[agent] && (t != NONE -> mayHave(t, agent) : couldHaveSome(agent))))

#ifdef LIVENESS
inline crash() {
    crashes < CRASHES -> crashes++
}

inline send(message) {
    if
#ifndef NO_MESSAGES
    :: messages = messages | (message)
#endif
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
    assert(load[a] <= capacity(a));
    assert(load[a] == held[a]);
    assert(seated[a] == isFree(a))
}

/* Seats.place */
inline place(a) {
    seated[a] = isFree(a)
}

/* Writes what was seen under the lock plus the change, as Hibernate does, and not "load + 1". */
inline writeClaim(t, a, to) {
    status[t] = to;
    holder[t] = a;
    live[t]++;
    held[a]++;
    assert(live[t] == 1);
#ifdef OFFERS
    offer[t] = (remembered[t] -> offer[t] + 1 : 0)
#endif
}

inline writeEnd(t) {
    live[t]--;
    held[holder[t]]--;
    holder[t] = 0
}

inline lockFirstWaiting(found, a) {
    atomic {
        if
        :: waits(0, a) -> found = 0
        :: waits(1, a) -> found = 1
#if TICKETS > 2
        :: waits(2, a) -> found = 2
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
            :: isSought(seekTicket, seekAgent, 0) -> agent = 0
            :: isSought(seekTicket, seekAgent, 1) -> agent = 1
            :: else -> agent = NONE
            fi;
            if
            :: agent != NONE -> lockAgentRow(agent); seen = load[agent]
            :: else
            fi
        };
        if
        :: agent != NONE ->
            lockFirstWaiting(ticket, agent);
            atomic {
                if
                :: ticket != NONE ->
                    if
                    :: writeClaim(ticket, agent, CLAIMED);
                        load[agent] = seen + 1;
                        place(agent);
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

/* Matcher.match. It gives up after 25 tries; here after any number, and what holds for any holds for 25. */
inline match(seekTicket, seekAgent) {
    do
    :: attempt(seekTicket, seekAgent);
        atomic {
            if
            :: crashed || outcome == NOTHING_TO_MATCH || outcome == WANTED_CLAIMED -> break
            :: !crashed && outcome == EMPTY_HANDED -> break
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

#ifdef GIVES_UP
#define isUnsettled false
#else
#define isUnsettled (outcome == EMPTY_HANDED)
#endif

/* AssignmentRequests.onRequest: what is not settled is sent again. What fails goes back to the broker. */
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
            :: receive(ANYTHING, NONE, NONE)
            fi
        };
        match(wantedTicket, wantedAgent);
        atomic {
            if
            :: crashed && wantedTicket != NONE -> messages = messages | TICKET_MESSAGE(wantedTicket)
            :: crashed && wantedAgent != NONE -> messages = messages | AGENT_MESSAGE(wantedAgent)
            :: crashed && wantedTicket == NONE && wantedAgent == NONE -> messages = messages | ANYTHING
            :: !crashed && isUnsettled && wantedTicket != NONE -> send(TICKET_MESSAGE(wantedTicket))
            :: !crashed && isUnsettled && wantedAgent != NONE -> send(AGENT_MESSAGE(wantedAgent))
            :: !crashed && isUnsettled && wantedTicket == NONE && wantedAgent == NONE -> send(ANYTHING)
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
    :: anyIsThere ->
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
            (isAvailable) && what < capacity(a) ->
                lockFirstWaiting(next, a);
                if
                :: next == NONE -> next = 0; break
                :: else -> taken = taken | (1 << next); what++; next = 0
                fi
        }
    :: !((isAvailable) && what < capacity(a)) -> break
    od
}

inline writeTaken(t, a) {
    if
    :: taken & (1 << t) -> writeClaim(t, a, CLAIMED); unlockTicketRow(t)
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
    place(a);
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

/* IdleAgents.onIdle: after the commit, seen without locks. Who had room before is not the one who is asked for. */
inline announceIdle(a) {
#ifdef LIVENESS
    atomic {
        if
        :: isFree(a) && couldHaveSome(a) && hadRoom -> send(ANYTHING)
        :: isFree(a) && couldHaveSome(a) && !hadRoom -> send(AGENT_MESSAGE(a))
        :: else
        fi;
        hadRoom = false
    }
#else
    skip
#endif
}

inline someTicket() {
    if
    :: t = 0
#ifndef ONE_TICKET
    :: t = 1
#endif
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

/* MatchQueries.lockFirst, for a ticket that nobody else sees waiting yet. */
#define isSoughtFor(t, agent) (lockable(agent) && seated[agent] && mayHave(t, agent))

/*
 * Resume, reopen and an opening that makes a pool, with AssignmentTransaction.seekFor before its commit. It holds the
 * ticket's lock, and the agent gets the ticket, or an older one, or none where what is best for them is locked. Who makes
 * its pool (RequirementPools.make) waits for all agents before. Other openings are carried out together.
 */
inline open() {
    atomic {
        someTicket();
        lockTicket(t);
        if
        :: status[t] == NEW
        :: else -> ticketLocked[t] = false; goto done
        fi;
#ifdef MAKES_POOLS
        lockAgent(0, seenA)
    };
    atomic { lockAgent(1, seenB) };
    atomic {
        if
        :: isFree(0) -> a = 0
        :: isFree(1) -> a = 1; seenA = seenB
        :: else -> a = NONE
        fi;
        seenB = 0
    };
#else
        if
        :: isSoughtFor(t, 0) -> a = 0
        :: isSoughtFor(t, 1) -> a = 1
        :: else -> a = NONE
        fi;
        if
        :: a != NONE -> lockAgentRow(a); seenA = load[a]
        :: else
        fi
    };
#endif
    atomic {
        next = NONE;
        if
        :: a != NONE && waits(0, a) -> next = 0; lockTicketRow(0)
        :: a != NONE && waits(1, a) -> next = 1; lockTicketRow(1)
#if TICKETS > 2
        :: a != NONE && waits(2, a) -> next = 2; lockTicketRow(2)
#endif
        :: a != NONE -> next = t
        :: true
        fi
    };
    atomic {
        if
        :: status[t] = OPEN;
            becomes = true;
            if
            :: next != NONE ->
                writeClaim(next, a, CLAIMED);
                load[a] = seenA + 1;
                place(a);
                checkAgent(a);
                becomes = (next != t)
            :: else
            fi
        :: crash()
        fi;
        if
        :: next != NONE && next != t -> unlockTicketRow(next)
        :: else
        fi;
#ifdef MAKES_POOLS
        agentLocked[0] = false;
        agentLocked[1] = false;
        if
        :: status[t] != NEW -> send(ANYTHING)
        :: else
        fi;
#else
        if
        :: a != NONE -> unlockAgentRow(a)
        :: else
        fi;
#endif
        ticketLocked[t] = false;
        a = 0;
        seenA = 0;
        next = 0
    };
#ifndef OPENING_IS_SILENT
    if
    :: becomes -> send(TICKET_MESSAGE(t))   /* it still waits */
    :: else
    fi
#endif
}

/* Dispatcher.take, alone: RESOLVE, and CANCEL of what waits or is offered. It waits for locks. */
inline finish() {
    atomic { someTicket(); lockToFinish() };
    finishLocked()
}

inline lockToFinish() {
    lockTicket(t);
    if
    :: status[t] == OPEN -> status[t] = DONE; ticketLocked[t] = false; goto done
    :: isWithAgent(t) -> a = holder[t]
    :: else -> ticketLocked[t] = false; goto done
    fi
}

inline finishLocked() {
    atomic { lockAgent(a, seenA); seenA--; becomes = available[a]; hadRoom = seated[a] };
    fill(a, seenA, becomes && !hadRoom);
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

/* The ticket's lock is held. */
inline writeRelease(t) {
    atomic { lockAgent(a, seenA) };
    atomic {
        writeEnd(t);
        status[t] = OPEN;
        load[a] = seenA - 1;
#ifndef RELEASE_KEEPS_PLACE
        place(a);
#endif
        checkAgent(a);
        agentLocked[a] = false;
        ticketLocked[t] = false;
        seenA = 0
    };
#ifdef RELEASE_IS_SILENT
    send(TICKET_MESSAGE(t))
#else
    send(TICKET_MESSAGE(t) | AGENT_MESSAGE(a))
#endif
}

/* Tickets.take: RELEASE. Nothing is taken in the same transaction, as the agent would be handed the ticket again. */
inline release() {
    atomic {
        someTicket();
        lockTicket(t);
        if
        :: isWithAgent(t) -> a = holder[t]
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    writeRelease(t)
}

#ifdef OFFERS
inline revokeOne(x) {
    if
    :: taken & (1 << x) ->
        if
        :: atomic {
                lockTicket(x);
                taken = taken & ~(1 << x);
                if
                :: status[x] == OFFERED && holder[x] == a
                :: else -> ticketLocked[x] = false; next = 1
                fi
            };
            if
            :: !next -> writeRelease(x)
            :: else -> next = 0
            fi
        :: crash() -> taken = 0
        fi
    :: else
    fi
}

#define isToRevoke(x) ((status[x] == OFFERED && holder[x] == a) << x)

/* Offers.onUnavailable: after the commit, each in a transaction of its own. */
inline revoke() {
    taken = isToRevoke(0) | isToRevoke(1);
    revokeOne(0);
    revokeOne(1)
}

/* Who answers an offer, or expires it, has seen its number, and comes for the ticket's lock any time later. */
inline remember(t) {
    number = offer[t];
    remembered[t]++
}

inline recall(t) {
    isPresent = (number == offer[t]);
    number = 0;
    remembered[t]--;
    if
    :: !remembered[t] -> offer[t] = 0
    :: else
    fi
}

/* Offers.accept; a client who repeats it is another. */
inline accept() {
    atomic {
        someTicket();
        if
        :: status[t] == OFFERED -> a = holder[t]; remember(t)
        :: else -> goto done
        fi
    };
    atomic {
#ifdef ACCEPTS_UNLOCKED
        recall(t);
#else
        lockTicket(t);
        recall(t);
#endif
        if
        :: isPresent && status[t] == OFFERED
        :: isPresent && status[t] == IN_PROGRESS ->
            assert(holder[t] == a);         /* yes, again */
            ticketLocked[t] = false;
            goto done
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    atomic { lockAgent(a, seenA) };
    atomic {
        if
        :: status[t] = IN_PROGRESS;
            assert(live[t] == 1 && holder[t] == a)
        :: crash()
        fi;
        agentLocked[a] = false;
        ticketLocked[t] = false
    }
}

/* Offers.decline and fire: both locks are held, and seenA is without it. */
inline writeUnanswered() {
    hadRoom = seated[a];
    fill(a, seenA, becomes && !hadRoom);
    atomic {
        if
        :: writeEnd(t);
            status[t] = OPEN;
            refused[t] = refused[t] | (1 << a);
            available[a] = becomes;
            writeFilled(a, seenA)
        :: crash() -> crashed = true; dropTaken()
        fi;
        agentLocked[a] = false;
        ticketLocked[t] = false;
        seenA = 0;
        taken = 0
    };
    if
    :: !crashed -> send(TICKET_MESSAGE(t) | AGENT_MESSAGE(a)); announceIdle(a)
    :: else
    fi
}

/* Offers.decline */
inline decline() {
    atomic {
        someTicket();
        if
        :: status[t] == OFFERED -> a = holder[t]; remember(t)
        :: else -> goto done
        fi
    };
    atomic {
        lockTicket(t);
        recall(t);
        if
        :: isPresent && status[t] == OFFERED
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    atomic { lockAgent(a, seenA); seenA--; becomes = available[a] };
    writeUnanswered()
}

/* Offers.fire, in the transaction that removes the timer; who missed too many is away. */
inline expire() {
    atomic {
        lockTicket(t);
        recall(t);
        if
        :: isPresent && status[t] == OFFERED -> a = holder[t]
        :: else -> ticketLocked[t] = false; goto done
        fi
    };
    atomic {
        lockAgent(a, seenA);
#ifndef EXPIRY_KEEPS_UNITS
        seenA--;
#endif
        if
        :: becomes = available[a]
        :: available[a] -> becomes = false
        fi
    };
    writeUnanswered();
    if
    :: !crashed && !becomes -> revoke()
    :: else
    fi
}
#endif

/* Steps.assign: to agent a, from agent b where one holds it or is offered it, who may be a. */
inline assign() {
    atomic {
        someTicket();
        someAgent();
        lockTicket(t);
        if
        :: status[t] == OPEN -> b = NONE
        :: status[t] == IN_PROGRESS && holder[t] != a -> b = holder[t]
        :: status[t] == OFFERED -> b = holder[t]
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
    :: b == a -> atomic { seenB = seenA + 1; seenA-- }
    :: else
    fi;
#endif
    if
    :: !becomes || seenA == capacity(a) ->
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
    :: b != NONE -> atomic { seenB--; becomes = available[b] }; fill(b, seenB, becomes)
    :: else
    fi;
    atomic {
        if
        :: b != NONE -> writeEnd(t)
        :: else
        fi;
        writeClaim(t, a, IN_PROGRESS);
        load[a] = seenA + 1;
        place(a);
        if
        :: b != NONE -> writeFilled(b, seenB); agentLocked[b] = false
        :: else
        fi;
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
    atomic { someAgent(); lockAgent(a, seenA); becomes = !available[a] };
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
    announceIdle(a);
#ifdef OFFERS
    if
    :: !becomes -> revoke()
    :: else
    fi
#endif
}

#ifdef LEAVING
/* One ticket of Assignments.takeBackAll: its lock, then the agent's, which the first of them has taken already. */
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
    atomic { lockAgent(a, seenA); available[a] = false; place(a); agentLocked[a] = false };
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
            place(a);
            checkAgent(a);
            agentLocked[a] = false;
            taken = 0
        :: else
        fi
    }
}
#endif

#ifdef GROUPS
/*
 * Road.carryOut: requests of one moment in one transaction, or an opening alone. It waits for no lock: what is left out
 * is carried out alone afterwards.
 */
#define has(set, x) ((set) & (1 << (x)))
#define isEnded(x, b) (has(ends, x) && isWithAgent(x) && holder[x] == b)
#define isNewAndWaits(x) (has(mine, x) && !has(to[0] | to[1], x))

/* DispatchStore.lockFree: as many agents as tickets, row by row. */
inline lockFree() {
    atomic {
        if
        :: lockable(0) && seated[0] -> b = 0
        :: lockable(1) && seated[1] -> b = 1
        :: else -> b = NONE
        fi;
        if
        :: b != NONE -> lockAgentRow(b); locked = locked | (1 << b); seen[b] = load[b]
        :: else
        fi;
        b = 0
    }
}

/* Openings.give: the first agent who has room, unless something that waits comes before, seen without locks. */
inline giveNew(x) {
    atomic {
        if
        :: has(mine, x) ->
            if
            :: has(locked, 0) && seen[0] < capacity(0) -> b = 0
            :: has(locked, 1) && seen[1] < capacity(1) -> b = 1
            :: else -> b = NONE
            fi;
            if
            :: b != NONE && couldHaveSome(b) -> told = told | TICKET_MESSAGE(x)
            :: b != NONE -> to[b] = to[b] | (1 << x); seen[b]++
            :: b == NONE -> told = told | TICKET_MESSAGE(x)
            fi;
            b = 0
        :: else
        fi
    }
}

/* DispatchStore.tickets */
inline lockToEnd(x) {
    atomic {
        if
        :: has(ends, x) && status[x] != OPEN && !isWithAgent(x) -> ends = ends & ~(1 << x)
        :: has(ends, x) && (status[x] == OPEN || isWithAgent(x)) ->
            if
#ifdef GROUP_WAITS
            :: lockTicket(x); kept = kept | (1 << x)
#else
            :: ticketSkipped(x) -> ends = ends & ~(1 << x); again = again | (1 << x)
            :: !ticketSkipped(x) -> lockTicketRow(x); kept = kept | (1 << x)
#endif
            fi
        :: !has(ends, x)
        fi
    }
}

/* DispatchStore.agents */
#if TICKETS > 2
#define someEnded(b) (isEnded(0, b) || isEnded(1, b) || isEnded(2, b))
#else
#define someEnded(b) (isEnded(0, b) || isEnded(1, b))
#endif

inline lockHolder(h) {
    atomic {
        if
        :: someEnded(h) && !has(locked, h) && !agentSkipped(h) ->
            lockAgentRow(h);
            locked = locked | (1 << h);
            seen[h] = load[h]
        :: else
        fi
    }
}

/* Steps.leave. An ending whose agent others hold is left out; the lock of its ticket stays until the commit. */
inline endOne(x) {
    if
    :: has(ends, x) && isWithAgent(x) && !has(locked, holder[x]) ->
        ends = ends & ~(1 << x);
        again = again | (1 << x)
    :: has(ends, x) && isWithAgent(x) && has(locked, holder[x]) ->
        freed = freed | (1 << holder[x]);
#ifdef GROUP_ENDS_BY_WHAT_IT_READ
        seen[holder[x]] = load[holder[x]] - 1
#else
        seen[holder[x]]--
#endif
    :: else
    fi
}

/* Steps.giveNext, for those who were freed and had no room: also what this transaction has stored. */
inline giveNext(f) {
    do
    :: atomic {
            has(freed, f) && !seated[f] && available[f] && seen[f] < capacity(f) ->
                if
                :: waits(0, f) -> next = 0; lockTicketRow(0)
                :: waits(1, f) -> next = 1; lockTicketRow(1)
                :: isNewAndWaits(0) -> next = 0
                :: isNewAndWaits(1) -> next = 1
#if TICKETS > 2
                :: waits(2, f) -> next = 2; lockTicketRow(2)
                :: isNewAndWaits(2) -> next = 2
#endif
                :: else -> break
                fi;
                to[f] = to[f] | (1 << next);
                seen[f]++;
                next = 0
        }
    :: !(has(freed, f) && !seated[f] && available[f] && seen[f] < capacity(f)) -> break
    od
}

inline writeGroup() {
    for (x : 0 .. TICKETS - 1) {
        if
        :: has(mine, x) ->
            assert(status[x] == NEW);       /* nobody's request is carried out twice */
            status[x] = OPEN
        :: has(ends, x) ->
            if
            :: isWithAgent(x) -> writeEnd(x)
            :: else
            fi;
            status[x] = DONE
        :: else
        fi
    }
    for (x : 0 .. TICKETS - 1) {
        if
        :: has(to[0], x) -> writeClaim(x, 0, CLAIMED)
        :: has(to[1], x) -> writeClaim(x, 1, CLAIMED)
        :: else
        fi
    }
    hadSeat = 0;
    for (b : 0 .. AGENTS - 1) {
        if
        :: has(locked, b) ->
            hadSeat = hadSeat | (seated[b] << b);
            load[b] = seen[b];
            place(b);
            checkAgent(b)
        :: else
        fi
    }
}

inline letGo() {
    for (x : 0 .. TICKETS - 1) {
        if
        :: has(mine, x) -> ticketLocked[x] = false
        :: has(kept | to[0] | to[1], x) && !has(mine, x) -> unlockTicketRow(x)
        :: else
        fi
    }
    for (b : 0 .. AGENTS - 1) {
        if
        :: has(locked, b) -> unlockAgentRow(b)
        :: else
        fi
    }
    x = 0;
    b = 0
}

inline together() {
    if
    :: mine ->
        lockFree();
        if
        :: mine & (mine - 1) -> lockFree()
        :: else
        fi;
        giveNew(0);
        giveNew(1);
#if TICKETS > 2
        giveNew(2)
#endif
    :: else
    fi;
    if
    :: ends ->
        lockToEnd(0);
        lockToEnd(1);
#if TICKETS > 2
        lockToEnd(2);
#endif
        lockHolder(0);
        lockHolder(1);
        atomic {
            endOne(0);
            endOne(1);
#if TICKETS > 2
            endOne(2)
#endif
        };
        giveNext(0);
        giveNext(1)
    :: else
    fi;
    atomic {
        if
        :: writeGroup()
        :: crash() -> crashed = true                    /* before the commit */
        :: crash() -> writeGroup(); crashed = true;     /* after it: nothing is told, and nobody knows */
#ifdef DOUBT_IS_DONE_AGAIN
            anew = mine
#endif
#ifndef LIVENESS
        :: anew = mine; again = again | ends; crashed = true    /* the database undoes it */
#endif
        fi;
        letGo();
        if
        :: crashed -> told = 0; freed = 0
        :: else
        fi
    };
#ifndef GROUP_IS_SILENT
    if
    :: told -> send(told)
    :: else
    fi;
#endif
    if
    :: has(freed, 0) -> hadRoom = has(hadSeat, 0) != 0; announceIdle(0)
    :: else
    fi;
    if
    :: has(freed, 1) -> hadRoom = has(hadSeat, 1) != 0; announceIdle(1)
    :: else
    fi
}

inline gather(x) {
    if
    :: has(ends, x) && status[x] == NEW ->
        ends = ends & ~(1 << x);
        if
        :: !ticketLocked[x] -> ticketLocked[x] = true; mine = mine | (1 << x)
        :: else
        fi
    :: else
    fi
}

/* GroupCommit of one replica: two of one moment, or one; then each that was left out. */
proctype Dispatcher() {
    byte mine, ends, kept, again, anew, locked, freed, hadSeat, told, x, b;
    byte seen[AGENTS], to[AGENTS];
    byte t, a, seenA, next, taken;
    bool begun, alone, becomes, crashed, hadRoom;
    do
    :: atomic {
            if
            :: !begun ->
                begun = true;
                if
                :: ends = 3
#if TICKETS > 2
                :: ends = 5
                :: ends = 6
#endif
                :: status[0] == NEW -> ends = 1
                fi;
                gather(0);
                gather(1);
#if TICKETS > 2
                gather(2)
#endif
            :: begun && again ->
                if
                :: has(again, 0) -> t = 0
                :: has(again, 1) -> t = 1
                :: has(again, 2) -> t = 2
                fi;
                again = again & ~(1 << t);
                lockToFinish();
                alone = true
            :: begun && anew ->
                if
                :: has(anew, 0) -> t = 0
                :: has(anew, 1) -> t = 1
                :: has(anew, 2) -> t = 2
                fi;
                anew = anew & ~(1 << t);
#ifdef DOUBT_IS_DONE_AGAIN
                mine = 1 << t
#else
                ends = 1 << t;
                gather(t);
                ends = 0
#endif
            :: begun && !again && !anew -> break
            fi
        };
        if
        :: mine || ends -> together()
        :: alone -> finishLocked()
        :: else
        fi;
done:
        atomic {
            mine = 0; ends = 0; kept = 0; locked = 0; freed = 0; hadSeat = 0; told = 0;
            seen[0] = 0; seen[1] = 0; to[0] = 0; to[1] = 0;
            t = 0; a = 0; seenA = 0; next = 0; taken = 0;
            alone = false; becomes = false; crashed = false; hadRoom = false
        }
    od
}
#endif

proctype Client() {
    byte calls, t, a, b, seenA, seenB, next, taken;
    bool becomes, crashed, hadRoom;
#ifdef OFFERS
    byte number;
    bool isPresent;
#endif
    do
    :: calls < CALLS ->
        calls++;
        if
        :: open()
        :: finish()
        :: release()
        :: assign()
        :: togglePresence()
#ifdef LEAVING
        :: atomic { someAgent() }; leave()
#endif
#ifdef OFFERS
        :: accept()
        :: decline()
#endif
        :: calls = CALLS
        fi;
done:
        atomic {
            t = 0; a = 0; b = 0; seenA = 0; seenB = 0; taken = 0; becomes = false; crashed = false; hadRoom = false;
#ifdef OFFERS
            isPresent = false
#endif
        }
    :: else -> break
    od
}

#ifdef OFFERS
/* TimerLoop of any replica: an offer has a timer from its commit on, and one that is stale does nothing. And the time after which a refusal is forgotten. */
proctype Timers() {
    byte t, a, seenA, next, taken, number;
    bool becomes, crashed, hadRoom, isPresent;
end:
    do
    :: atomic {
            if
            :: status[0] == OFFERED -> t = 0
            :: status[1] == OFFERED -> t = 1
#if TICKETS > 2
            :: status[2] == OFFERED -> t = 2
#endif
            fi;
            remember(t)
        };
        expire();
done:
        atomic { t = 0; a = 0; seenA = 0; taken = 0; becomes = false; crashed = false; hadRoom = false; isPresent = false }
    :: atomic { forgiven < FORGIVEN && refused[0] -> forgiven++; refused[0] = 0 }
    :: atomic { forgiven < FORGIVEN && refused[1] -> forgiven++; refused[1] = 0 }
#if TICKETS > 2
    :: atomic { forgiven < FORGIVEN && refused[2] -> forgiven++; refused[2] = 0 }
#endif
    od
}
#endif

inline begin(t) {
    if
    :: status[t] = NEW
    :: status[t] = OPEN; send(TICKET_MESSAGE(t))
    :: hasRoom(0) -> writeClaim(t, 0, IN_PROGRESS); load[0]++
    :: hasRoom(1) -> writeClaim(t, 1, IN_PROGRESS); load[1]++
#ifdef OFFERS
    :: hasRoom(0) -> writeClaim(t, 0, OFFERED); load[0]++
    :: hasRoom(1) -> writeClaim(t, 1, OFFERED); load[1]++
#endif
    fi
}

init {
    atomic {
        begin(0);
#ifndef ONE_TICKET
        begin(1);
#endif
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
        place(0);
        place(1);
#if defined(OFFERS) && !defined(NO_EXPIRY)
        run Timers();
#endif
        byte i;
#ifdef GROUPS
        for (i : 1 .. GROUPS) { run Dispatcher() }
#endif
#if CLIENTS > 0
        for (i : 1 .. CLIENTS) { run Client() }
#endif
#ifdef LIVENESS
#ifndef NO_MESSAGES
        for (i : 1 .. MATCHERS) { run Consumer() }
#endif
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
#ifdef OFFERS
#ifdef NO_EXPIRY
#define isStuck(t) (status[t] == OFFERED && !available[holder[t]])
#else
#define isStuck(t) (status[t] == OFFERED)
#endif
#define someStuck (isStuck(0) || isStuck(1))
#else
#define someStuck false
#endif

/*
 * No ticket waits for ever while an agent could take it, and no offer stays for ever. Stronger than "a ticket is assigned
 * when one agent stays free": that agent and ticket would be such a pair.
 */
ltl nobodyIsForgotten { []<> !(someForgotten || someStuck) }
#endif
