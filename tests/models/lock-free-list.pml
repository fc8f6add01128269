/*
 * LockFreeList.cs, one memory access a step: see README.md for what stands for what.
 *
 * NODES   blocks                    ROUNDS  takings of each process
 * PROCS   processes                 RACERS  processes that free block 1 at once at the start; 0: nobody does
 * TRUNCATE  the list may be cut short once, by its last block, between two calls or while others are about to take the top
 *
 * Broken on purpose, for Spin to find it: TAG_NOT_BUMPED, NO_CLAIM, NO_SECOND_LOOK, FRESH_NOT_EXCHANGED, WAITS, TAG_STARTS_ANEW.
 */

#ifndef NODES
#define NODES 2
#endif
#ifndef PROCS
#define PROCS 3
#endif
#ifndef ROUNDS
#define ROUNDS 2
#endif
#ifndef RACERS
#define RACERS 0
#endif

#define NONE 0            /* the end of the list: blocks count from 1, as links do */
#define LIVE 254
#define CLAIMED 255
#define NOBODY 0
#define IDLE 0
#define SEARCHING 1
#define SAW_NONE 2
#define THE_RACERS 100    /* who owns block 1 until one of them has claimed it */

#ifdef TRUNCATE
#define COUNT count
byte count = NODES;       /* the blocks that there are now */
byte raising;             /* processes between their read of the watermark and its exchange */
#else
#define COUNT NODES
#endif

/* The shared memory. */
byte first, tag;          /* _top: both halves are read and exchanged in one step */
byte fresh;               /* _fresh */
byte link[NODES + 1];     /* links */

/* What the assertions need to know; no process decides anything by it. */
byte owner[NODES + 1];    /* from the exchange that takes a block to the one that gives it back */
byte available = NODES;   /* blocks without an owner */
byte call[PROCS + 1];     /* to take a block: IDLE, SEARCHING, or SAW_NONE after a moment without such blocks */
byte tried, won;          /* the racing frees: how many have come to an end, and how many got the block */

inline noteIfNone() {
  for (other : 1 .. PROCS) {
    if
    :: available == 0 && call[other] == SEARCHING -> call[other] = SAW_NONE
    :: else
    fi
  };
  other = 0
}

/* In the same step as the exchange that takes the block. */
inline becomeOwner(block) {
  assert(block >= 1 && block <= COUNT);
  assert(owner[block] == NOBODY);
  owner[block] = _pid;
  call[_pid] = IDLE;
  available--;
  noteIfNone()
}

/* TryTakeFresh. */
inline takeFresh() {
  do
  :: atomic {
       seenFresh = fresh;
       if
       :: seenFresh >= COUNT -> break
       :: else
       fi;
#ifdef TRUNCATE
       raising++
#endif
     };
     atomic {
       d_step {
         if
#ifndef FRESH_NOT_EXCHANGED
         :: fresh == seenFresh ->
#else
         :: true ->
#endif
            node = seenFresh + 1;
            becomeOwner(node);
            fresh = seenFresh + 1
         :: else
         fi;
         seenFresh = 0;
#ifdef TRUNCATE
         raising--
#endif
       };
       if
       :: node != NONE -> break
       :: else
       fi
     }
  od;
  seenFresh = 0
}

/* TryPop. Leaves the block in node, or NONE. */
inline take() {
  do
  :: atomic { seenFirst = first; seenTag = tag };
     if
     :: seenFirst != NONE ->
        next = link[seenFirst];
        atomic {
          d_step {
            if
            :: first == seenFirst && tag == seenTag ->
               node = seenFirst;
               becomeOwner(node);
               assert(next <= COUNT);
               first = next;
#ifndef TAG_NOT_BUMPED
               tag++
#endif
            :: else
            fi;
            seenFirst = 0; seenTag = 0; next = 0
          };
          if
          :: node != NONE -> break
          :: else
          fi
        }
     :: else ->
        takeFresh();
        if
        :: node != NONE -> break
        :: else
        fi;
        atomic {
          if
#ifndef NO_SECOND_LOOK
          :: first == NONE ->
#else
          :: true ->
#endif
             assert(call[_pid] == SAW_NONE);
#ifndef WAITS
             call[_pid] = IDLE;
             break
#endif
#ifndef NO_SECOND_LOOK
          :: else
#endif
          fi
        }
     fi
  od
}

/* MarkLive. While the racers are not through, block 1 stays unmarked: a free that comes later is not told from its new owner's. */
inline markLive() {
  atomic { node != 1 || tried == RACERS -> link[node] = LIVE }
}

/* TryClaim. Leaves in claimed whether the caller may push. */
inline claim() {
#ifndef NO_CLAIM
  d_step { claimed = (link[node] == LIVE); link[node] = (claimed -> CLAIMED : link[node]) }
#else
  claimed = (link[node] == LIVE);
  if
  :: claimed -> link[node] = CLAIMED
  :: else
  fi
#endif
}

/* Push. */
inline push() {
  do
  :: d_step { seenFirst = first; seenTag = tag };
     link[node] = seenFirst;
     d_step {
       if
       :: first == seenFirst && tag == seenTag ->
          assert(owner[node] == _pid);
          owner[node] = NOBODY;
          available++;
          first = node;
          node = NONE
       :: else
       fi;
       seenFirst = 0; seenTag = 0
     };
     if
     :: node == NONE -> break
     :: else
     fi
  od
}

#ifdef TRUNCATE
/* Each block has no owner, or one who is not in a call with it. */
#define AT_REST(block) (owner[block] == NOBODY || link[block] == LIVE)

/* Truncate, as one step: nobody else may have the heap. But who is about to take the top may have stood still since before. */
proctype Truncate() {
  byte node, other;

  if
  :: d_step {
       fresh == NODES && owner[NODES] == NOBODY && AT_REST(1) && AT_REST(2) && raising == 0 ->
       count--;
       fresh = count;
       available--;
       noteIfNone();
       first = NONE;
#ifndef TAG_STARTS_ANEW
       tag++;
#else
       tag = 0;
#endif
       node = count;
       do
       :: node == NONE -> break
       :: else ->
          if
          :: link[node] != LIVE -> link[node] = first; first = node
          :: else
          fi;
          node--
       od
     }
  :: skip
  fi
}
#endif

/* A process takes blocks and frees any of its own in any order, and may end with some of them. */
proctype Process() {
  byte node, seenFirst, seenTag, next, seenFresh, takings, other;
  bit claimed;

  if
  :: _pid <= RACERS ->
     node = 1;
     claim();
     d_step {
       tried++;
       if
       :: claimed -> won++; assert(won == 1); owner[1] = _pid
       :: else -> node = NONE
       fi
     };
     if
     :: claimed -> claimed = 0; push()
     :: else
     fi
  :: else
  fi;

  do
  :: d_step { takings < ROUNDS -> takings++; call[_pid] = SEARCHING; noteIfNone() };
     take();
     if
     :: node != NONE -> markLive(); node = NONE
     :: else
     fi
  :: atomic {
       if
       :: owner[1] == _pid -> node = 1
       :: owner[2] == _pid -> node = 2
#if NODES > 2
       :: owner[3] == _pid -> node = 3
#endif
       fi
     };
     claim();
     assert(claimed);
     claimed = 0;
     push()
  :: break
  od
}

/* Every block is in the list, once, or never was given out, or has an owner. */
inline checkEnd() {
  byte node, listed, owned;
  node = first;
  do
  :: node == NONE -> break
  :: else ->
     assert(node <= fresh && owner[node] == NOBODY);
     listed++;
     assert(listed <= NODES);
     node = link[node]
  od;
  for (node : 1 .. COUNT) {
    if
    :: owner[node] != NOBODY -> assert(node <= fresh && link[node] == LIVE); owned++
    :: else
    fi
  };
  assert(fresh <= COUNT);
  assert(listed + (COUNT - fresh) + owned == COUNT);
  assert(available == COUNT - owned);
  assert(RACERS == 0 || won == 1)
}

init {
  atomic {
    byte started;
#if RACERS > 0
    fresh = 1;
    link[1] = LIVE;
    owner[1] = THE_RACERS;
    available--;
#endif
    for (started : 1 .. PROCS) { run Process() }
#ifdef TRUNCATE
    run Truncate();
#endif
    started = 0
  };
  d_step { _nr_pr == 1 -> checkEnd() }
}
