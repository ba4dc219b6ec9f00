/** What `besteffort --help` says: examples first. */
export const help = `Best Effort: delivery without guarantees. A game about keeping in touch.

  besteffort                           the map
  besteffort play backoff --tier 2     straight to a level
  besteffort play my-level.yaml        a level of your own
  besteffort play ./my-levels/         the map, with a folder of your own levels
  besteffort replay game.ndjson        watch a saved game; --at TICK opens it there
  besteffort share                     your last game as a few lines to paste, with its code
  besteffort replay be1:4:...          watch the game of a code
  besteffort cast game.ndjson > a.cast a game as a recording, for asciinema
  besteffort saves                     where your games are, and what they are
  besteffort keys --json > keys.json   your own keys: edit it, keep it where your games are
  besteffort test                      play every level's proof, headless
  besteffort test backoff --seeds 200 --json
  besteffort level new my-level.yaml   start a level of your own
  besteffort level check my-level.yaml say what is wrong with it, and where
  echo "send ask friday; wait; wait" | besteffort play prologue

Everywhere
  --linear      the same game as plain text, line by line: for screen readers, pipes, dumb terminals
  --screens     the screens after all, where the options say linear
  --ascii       no Unicode       --no-color    no colour (so does NO_COLOR)
  --light       colours for a light background; --dark for a dark one, which is usual
  --seed WORD   the same weather again             --tier N      one of a level's tiers
  --intents "send ask key; wait 3"                 moves to play first
  --help  --version

Games are kept in $BESTEFFORT_HOME, or where your system keeps such things; your own levels are
found in $BESTEFFORT_LEVELS, or in the folder levels there.
Exit codes: 0 ok, 1 a test or level failed, 2 usage or bad file, 3 a replay of other rules,
4 undecided, 130 interrupted.
`;
