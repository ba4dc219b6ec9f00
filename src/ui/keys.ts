/** Every key of the game, once. Footer, help and docs are printed from this table, and only its keys work. */

type Binding = {
  readonly keys: readonly string[];
  /** As the footer shows it; null for keys that only help lists. */
  readonly footer: string | null;
  readonly help: string;
  /** The command whose key the footer shows before this one's, as in "[h/l] tier". */
  readonly beside?: string;
};

const move = {
  up: { keys: ["k", "up"], footer: null, help: "up" },
  down: { keys: ["j", "down"], footer: null, help: "down" },
} as const satisfies { readonly [name: string]: Binding };

const help = { keys: ["?"], footer: "[?] help", help: "this page" } as const;
const back = { keys: ["esc"], footer: "[esc] back", help: "back" } as const;
/** All that can be typed: printable ASCII. */
const letters = ["space", ...Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))];
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export const bindings = {
  map: {
    ...move,
    left: { keys: ["h", "left"], footer: null, help: "an easier tier" },
    right: { keys: ["l", "right"], footer: "[h/l] tier", help: "a harder tier", beside: "left" },
    play: { keys: ["enter"], footer: "[enter] play", help: "play, or go on" },
    restart: { keys: ["R"], footer: "[R]estart", help: "afresh, on a new seed" },
    seed: { keys: ["s"], footer: "[s]eed", help: "play a seed you know" },
    daily: { keys: ["d"], footer: "[d]aily", help: "today's seed, for everyone" },
    games: { keys: ["x"], footer: "[x] saved games", help: "saved games" },
    options: { keys: ["o"], footer: "[o]ptions", help: "options, calm mode" },
    credits: { keys: ["c"], footer: "[c]redits", help: "credits, further reading" },
    ending: { keys: ["e"], footer: "[e]nding", help: "the ending, once reached" },
    help,
    quit: { keys: ["q"], footer: "[q] quit", help: "quit" },
  },
  games: {
    ...move,
    play: { keys: ["enter"], footer: "[enter] go on, or watch", help: "go on, or watch" },
    watch: { keys: ["w"], footer: "[w]atch", help: "watch it, paused or not" },
    rename: { keys: ["r"], footer: "[r]ename", help: "give it a name" },
    remove: { keys: ["d"], footer: "[d]elete", help: "delete it" },
    restore: { keys: ["u"], footer: "[u]ndelete", help: "bring the last one back" },
    copy: { keys: ["e"], footer: "[e]xport", help: "a copy, into this folder" },
    help,
    back: { keys: ["esc", "q"], footer: "[esc] back", help: "back to the map" },
  },
  options: {
    ...move,
    change: {
      keys: ["enter", "space", "l", "right"],
      footer: "[enter] change",
      help: "the next value",
    },
    help,
    back: { keys: ["esc", "q"], footer: "[esc] back", help: "back to the map" },
  },
  page: {
    up: { keys: ["k", "up"], footer: null, help: "scroll back" },
    down: { keys: ["j", "down"], footer: "[j/k] scroll", help: "scroll on" },
    help,
    back: { keys: ["esc", "q", "enter", "space"], footer: "[esc] back", help: "back to the map" },
  },
  brief: {
    bet: { keys: ["1", "2", "3", "4"], footer: null, help: "place a bet" },
    play: { keys: ["enter", "space"], footer: "[enter] begin", help: "begin, or go on" },
    help,
    back: { keys: ["esc", "q"], footer: "[esc] back", help: "back to the map" },
  },
  board: {
    send: { keys: ["s"], footer: "[s]end..", help: "say something new: a tick" },
    ping: { keys: ["p"], footer: "[p]ing", help: "a small sign of life" },
    gesture: { keys: ["g"], footer: "[g]esture..", help: "something large" },
    room: { keys: ["a"], footer: "[a]sk for room", help: "ask whether there is room" },
    chat: { keys: ["c"], footer: "[c]hat", help: "talk of small things" },
    check: { keys: ["i"], footer: "look [i]n", help: "go and look in on them" },
    announce: { keys: ["n"], footer: "a[n]nounce..", help: "let them know how you are" },
    apology: { keys: ["o"], footer: "s[o]rry..", help: "apologise, as a new message" },
    confirm: { keys: ["f"], footer: "con[f]irm..", help: "let them know that you know" },
    decide: { keys: ["d"], footer: "[d]ecide..", help: "go to a plan, or do not" },
    repeat: { keys: ["r"], footer: "[r]epeat..", help: "send the same again" },
    mode: { keys: ["m"], footer: "[m]ode..", help: "how much of you runs" },
    take: { keys: ["t"], footer: "[t]ake it", help: "carry what is on offer" },
    defer: { keys: ["z"], footer: "[z] not yet..", help: "say you do not know yet" },
    promise: { keys: ["v"], footer: "gi[v]e word..", help: "promise what is offered" },
    decline: { keys: ["D"], footer: "[D]ecline..", help: "say no, without loss" },
    withdraw: { keys: ["u"], footer: "[u]npromise..", help: "call a promise off, early" },
    excuse: { keys: ["e"], footer: "[e]xcuse..", help: "make up a reason" },
    letGo: { keys: ["L"], footer: "[L]et go..", help: "stop waiting for one" },
    wait: { keys: ["space"], footer: "[space] wait 1", help: "let one tick pass" },
    waitMore: {
      keys: ["2", "3", "4", "5", "6", "7", "8", "9"],
      footer: "[2-9] longer",
      help: "let that many pass",
    },
    news: { keys: ["w"], footer: "[w]ait for news", help: "wait for news" },
    bound: { keys: ["B"], footer: "[B]ound..", help: "move a limit that runs" },
    limit: { keys: ["T"], footer: "[T]ime limit..", help: "the limit of new asks" },
    order: { keys: ["O"], footer: "[O]rder..", help: "a standing order, for waits" },
    hint: { keys: ["H"], footer: "[H]int", help: "a hint, in three steps" },
    brief: { keys: ["b"], footer: "[b]rief", help: "read the briefing again" },
    up: { keys: ["k", "up"], footer: null, help: "scroll back" },
    down: { keys: ["j", "down"], footer: "[j/k] scroll", help: "scroll on", beside: "up" },
    inspect: { keys: ["I"], footer: "[I]nspect", help: "look at one message closely" },
    side: { keys: ["tab"], footer: "[tab] more", help: "another instrument on top" },
    debrief: { keys: ["enter"], footer: null, help: "at the end: what was true" },
    leave: { keys: ["X"], footer: "[X] leave..", help: "end it here, lift the fog" },
    help,
    quit: { keys: ["q", "esc"], footer: "[q] save, quit", help: "to the map; all is saved" },
  },
  pick: {
    choose: { keys: digits, footer: "[1-9] choose", help: "choose one" },
    first: { keys: ["enter"], footer: "[enter] the first", help: "the first" },
    help,
    back,
  },
  number: {
    digit: { keys: ["0", ...digits], footer: "[0-9] a number", help: "a digit" },
    erase: { keys: ["backspace"], footer: "[backspace] erase", help: "take the last one back" },
    done: { keys: ["enter"], footer: "[enter] that", help: "take this number" },
    help,
    back,
  },
  inspect: {
    earlier: { keys: ["k", "up", "h", "left"], footer: null, help: "the message before" },
    later: {
      keys: ["j", "down", "l", "right"],
      footer: "[k/j] earlier, later",
      help: "the next message",
      beside: "earlier",
    },
    help,
    back: { keys: ["esc", "I", "enter", "q"], footer: "[esc] back", help: "back to the board" },
  },
  text: {
    letter: { keys: letters, footer: null, help: "a letter" },
    erase: { keys: ["backspace"], footer: "[backspace] erase", help: "take the last one back" },
    done: { keys: ["enter"], footer: "[enter] that", help: "keep it" },
    back: { keys: ["esc"], footer: "[esc] back", help: "leave it as it was" },
  },
  debrief: {
    up: { keys: ["k", "up"], footer: null, help: "scroll back" },
    down: { keys: ["j", "down"], footer: "[j/k] scroll", help: "scroll on", beside: "up" },
    fog: { keys: ["tab"], footer: "[tab] fog", help: "fog on or off" },
    deeper: { keys: ["d"], footer: "rea[d]ing", help: "papers to read" },
    inspect: { keys: ["I"], footer: "[I]nspect", help: "look at one message closely" },
    replay: { keys: ["r"], footer: "[r]eplay", help: "watch it, tick by tick" },
    fork: { keys: ["f"], footer: "[f]ork..", help: "take over at a tick" },
    again: { keys: ["R"], footer: "[R]ehearse", help: "the same seed, no stars" },
    pattern: { keys: ["w"], footer: "[w]atch the pattern", help: "its bot on this evening" },
    compare: {
      keys: ["c"],
      footer: "[c]ompare",
      help: "with the pattern, or origin",
    },
    fresh: { keys: ["n"], footer: "[n]ew", help: "play it on a new seed" },
    next: { keys: ["enter"], footer: "[enter] on", help: "on" },
    help,
    quit: { keys: ["q", "esc"], footer: "[q] map", help: "to the map" },
  },
  replay: {
    play: { keys: ["space"], footer: "[space] play", help: "play or pause" },
    back1: { keys: ["h", "left"], footer: null, help: "one tick back" },
    on1: { keys: ["l", "right"], footer: "[h/l] 1 tick", help: "one tick on", beside: "back1" },
    back5: { keys: ["H"], footer: null, help: "five ticks back" },
    on5: { keys: ["L"], footer: "[H/L] 5", help: "five ticks on", beside: "back5" },
    start: { keys: ["0"], footer: null, help: "to the start" },
    tenth: {
      keys: digits,
      footer: "[0-9] tenths",
      help: "to so many tenths of it",
      beside: "start",
    },
    goTo: { keys: ["g"], footer: "[g]o to..", help: "to a tick, by its number" },
    before: { keys: [","], footer: null, help: "to the event before" },
    after: { keys: ["."], footer: null, help: "to the next event" },
    markBefore: { keys: ["<"], footer: null, help: "to the mark before" },
    markAfter: {
      keys: [">"],
      footer: "[</>] mark",
      help: "to the next mark",
      beside: "markBefore",
    },
    slower: { keys: ["j", "down"], footer: null, help: "slower" },
    faster: { keys: ["k", "up"], footer: "[j/k] speed", help: "faster", beside: "slower" },
    evening: { keys: ["e"], footer: "[e]vening", help: "the next evening" },
    fog: { keys: ["tab"], footer: "[tab] fog", help: "fog on or, once over, off" },
    seats: { keys: ["v"], footer: "[v] swap seats", help: "as they lived it" },
    fork: { keys: ["f"], footer: "[f]ork here", help: "take over here, no stars" },
    other: { keys: ["F"], footer: "[F]ork, other weather", help: "the same in other weather" },
    help,
    quit: { keys: ["q", "esc"], footer: "[q] back", help: "back" },
  },
  compare: {
    help,
    back: { keys: ["esc", "q", "c"], footer: "[esc] back", help: "back to what was true" },
  },
  help: {
    back: { keys: ["esc", "enter", "space", "q", "?"], footer: "[esc] back", help: "back" },
  },
} as const satisfies { readonly [screen: string]: { readonly [command: string]: Binding } };

export type Screen = keyof typeof bindings;

export type Command<S extends Screen> = keyof (typeof bindings)[S] & string;

type Tables = { readonly [S in Screen]: { readonly [command: string]: Binding } };

const usual: Tables = bindings;
/** With the player's own keys; set once, before the first screen. */
let tables: Tables = usual;

const isScreen = (name: string): name is Screen => Object.hasOwn(usual, name);

/** Keys by screen and command. */
export type OwnKeys = {
  readonly [screen: string]: { readonly [command: string]: readonly string[] };
};

/** Puts the player's own keys, checked before, in the place of the usual ones; the rest is as usual. */
export function rebind(own: OwnKeys): void {
  const bound = (screen: Screen): Tables[Screen] =>
    Object.fromEntries(
      Object.entries(usual[screen]).map(([name, binding]) => [
        name,
        { ...binding, keys: own[screen]?.[name] ?? binding.keys },
      ]),
    );
  const screens = Object.keys(usual).filter(isScreen);
  tables = { ...usual, ...Object.fromEntries(screens.map((screen) => [screen, bound(screen)])) };
}

/** The first key of a command, as texts name it; "-" where the player left it without. */
export const keyOf = <S extends Screen>(screen: S, command: Command<S>): string =>
  tables[screen][command]?.keys[0] ?? "-";

/** Keys as a person reads them: many digits, or letters, are a range. */
export function keysText(keys: readonly string[]): string {
  if (keys.length > 20) return "a-z";
  const digit = keys.filter((key) => /^\d$/.test(key));
  return digit.length > 4 ? `${digit[0]}-${digit.at(-1)}` : keys.join(" ");
}

/** The words of a footer text without its key: "[s]end.." is "send..", "[x] replays" is "replays". */
const wordsOf = (text: string): string =>
  text.replace(/\[[^\]]+\] /, "").replace(/\[(.)\]/, (_, letter: string) => letter.toLowerCase());

/** A footer text with the keys that work: as the table has it, unless the player has others. */
function footerText(screen: Screen, name: string): string | null {
  const { keys = [], footer: text = null, beside } = tables[screen][name] ?? {};
  if (text === null) return null;
  const pair = beside === undefined ? [name] : [beside, name];
  const keysIn = (table: Tables, one: string) => table[screen][one]?.keys.join(" ");
  if (pair.every((one) => keysIn(tables, one) === keysIn(usual, one))) return text;
  const first = keys.length > 4 ? keysText(keys) : keys[0];
  const before = beside === undefined ? [] : (tables[screen][beside]?.keys.slice(0, 1) ?? []);
  const shown = [...before, ...(first === undefined ? [] : [first])];
  return shown.length === 0 ? null : `[${shown.join("/")}] ${wordsOf(text)}`;
}

/** The command that a key means on a screen, or null; `orName`: the command's own name will do as well. */
export function commandOf<S extends Screen>(
  screen: S,
  key: string,
  orName?: "or name",
): Command<S> | null {
  const isCommand = (name: string): name is Command<S> => Object.hasOwn(tables[screen], name);
  for (const [name, binding] of Object.entries(tables[screen]))
    if (binding.keys.includes(key) && isCommand(name)) return name;
  return orName !== undefined && isCommand(key) ? key : null;
}

/** Whether a command asks before it does anything: its words in the footer end in "..". */
export const asksFirst = (command: Command<"board">): boolean =>
  bindings.board[command].footer?.endsWith("..") === true;

/** What the footer says, in the order of the table; some may be left out for now. */
export const footer = <S extends Screen>(
  screen: S,
  without: readonly Command<S>[] = [],
): string[] =>
  Object.keys(tables[screen]).flatMap((name) =>
    without.some((w) => w === name) ? [] : (footerText(screen, name) ?? []),
  );

/** Every binding of a screen that has a key; some commands may be left out because there is nothing they could do. */
export const listed = <S extends Screen>(
  screen: S,
  without: readonly Command<S>[] = [],
): readonly Binding[] =>
  Object.entries(tables[screen]).flatMap(([name, binding]) =>
    binding.keys.length === 0 || without.some((w) => w === name) ? [] : [binding],
  );
