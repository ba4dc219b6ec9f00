/** The file that `level new` writes: small, whole, and commented where a person will want to change it. */
export const starter = `# A level of your own. Check it with: besteffort level check FILE
format: 1
id: mine
order: 50
title: A key under the mat
pattern: retries with backoff
week: any week
tone: light
contains: waiting for an answer
minutes: 3
voice: wren # or a voice of your own: { name: Robin, lines: { plain: [...], light: [...], ... } }
tick: a quarter of an hour # what the game calls one tick

# What the rules read. Durations are in ticks, chances in per mille.
verbs: [wait, wait for news, send, repeat, let go]
kinds: [ask]
length: 60 # the evening ends here at the latest
usual: 2 # the round trip the player is told to expect
out: { loss: 300, delay: [1, 1] } # your way there: 300 of 1000 vanish
in: { loss: 100, delay: [1, 1] } # the way back
partner:
  pace: 1 # messages read per tick
  inbox: 9 # messages that can lie unread
  away: [{ from: 4, to: 9 }]
forces:
  waits:
    asks:
      - { about: key, worth: 10, opens: 0, lasts: 50 }
      - { about: cat, worth: 10, opens: 5, lasts: 50 }
    daily: 0 # 1: one ask a day, each after the one before
    pause: 1
    linger: 1
    soft: 5 # the higher, the less lateness costs
    lapse: 0.5 # what an ask left hanging costs, of its worth
    effort: 0.3 # what a repeat costs

# What people read: at most 60 words, and never the hidden state.
brief: >-
  You are at the door with two bags and no key. Wren has one, and a cat to feed.
hidden: whether Wren is near the phone, or whether a message arrived
topics:
  key:
    title: the key
    say: Is there a key under the mat?
    answer: Not under the mat. Under the frog.
  cat:
    title: the cat
    say: Shall I feed the cat while I am here?
    answer: Please. He will say he has eaten.
goals:
  - { of: waits.answered, atLeast: 2, text: both questions are answered }
hints: # a question; a pointer to the screen; a next action
  - What could have become of your message?
  - Look at how long each wait has been open.
  - Send both. Repeat after 3 ticks, then after 6.
stars: [20, 45, 70]
debrief:
  truth: Wren was on the stairs, with both hands full, and then was not.
  systems: A lost request and a slow server look the same. Retry soon once, then back off.
  relationships: They may be on the stairs. One more word is fair, and then some room.
  reading:
    - "Brooker: Exponential Backoff And Jitter (AWS Architecture Blog, 2015)"

# What a test shows: the pattern's bot does better than each that fails. Run: besteffort test FILE
proof:
  seeds: 1000
  twoStars: 0.5
  margin: 0.1
  bots:
    - { name: doubling, role: pattern, policy: retry, with: { gap: exponential, base: 3, cap: 16 } }
    - { name: idle, role: fails, policy: idle, with: {} }
`;
