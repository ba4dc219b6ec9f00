/** A program in a real terminal: a pty around it and a true screen behind it. */
import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pty from "@lydell/node-pty";
import unicode11 from "@xterm/addon-unicode11";
import xterm, { type Terminal as Screen } from "@xterm/headless";

/** What a key sends; any other text is sent as it is. */
const KEYS = {
  enter: "\r",
  esc: "\u001B",
  tab: "\t",
  "shift-tab": "\u001B[Z",
  space: " ",
  backspace: "\u007F",
  up: "\u001B[A",
  down: "\u001B[B",
  right: "\u001B[C",
  left: "\u001B[D",
  home: "\u001B[H",
  end: "\u001B[F",
  pageup: "\u001B[5~",
  pagedown: "\u001B[6~",
  "ctrl-c": "\u0003",
} as const;

export const bytesOf = (key: string): string =>
  key in KEYS ? KEYS[key as keyof typeof KEYS] : key;

export type Environment = Readonly<Record<string, string | undefined>>;

export type TerminalOptions = {
  readonly columns?: number;
  readonly rows?: number;
  /** Added to a cleaned copy of this process's environment; undefined removes a name. */
  readonly env?: Environment;
  readonly cwd?: string;
};

export type Exit = {
  /** Null when a signal ended the program. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
};

export type Terminal = {
  readonly pid: number;
  readonly screen: Screen;
  write(data: string): void;
  /** Presses keys by name or as text, each one only when the answer to the last is drawn. */
  press(...keys: readonly string[]): Promise<void>;
  resize(columns: number, rows: number): void;
  waitFor(wanted: string | ((terminal: Terminal) => boolean), ms?: number): Promise<void>;
  /** Waits until nothing has been written for so many milliseconds. */
  settle(ms?: number): Promise<void>;
  lines(): readonly string[];
  text(): string;
  /** Everything the program has written. */
  raw(): string;
  bytes(): number;
  buffer(): "normal" | "alternate";
  onData(listener: (data: string) => void): void;
  exit(): Promise<Exit>;
  kill(signal?: NodeJS.Signals): void;
};

const DROPPED =
  /^(CI|CI_.*|CONTINUOUS_INTEGRATION|GITHUB_ACTIONS|NO_COLOR|FORCE_COLOR|NODE_ENV|VITEST.*)$/;

/** With CI set Ink paints nothing until it exits, and the others change what is painted. */
export function cleanEnvironment(extra: Environment = {}): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !DROPPED.test(name));
  return {
    ...Object.fromEntries(kept),
    TERM: "xterm-256color",
    COLORTERM: "truecolor",
    LANG: "C.UTF-8",
    ...extra,
  };
}

export function openScreen(columns: number, rows: number): Screen {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  screen.loadAddon(new unicode11.Unicode11Addon());
  screen.unicode.activeVersion = "11";
  return screen;
}

export function linesOf(screen: Screen): readonly string[] {
  const { active } = screen.buffer;
  return Array.from(
    { length: screen.rows },
    (_, row) =>
      active
        .getLine(active.viewportY + row)
        ?.translateToString(true)
        .trimEnd() ?? "",
  );
}

const signals = Object.entries(constants.signals) as [NodeJS.Signals, number][];

function exitOf({ exitCode, signal }: { exitCode: number; signal?: number }): Exit {
  const name = signals.find(([, number]) => number === signal)?.[0];
  return name ? { code: null, signal: name } : { code: exitCode, signal: null };
}

/** The keys one after another, each only when the answer to the one before is drawn. */
async function press(terminal: Terminal, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    terminal.write(bytesOf(key));
    await terminal.settle();
  }
}

async function waitFor(
  terminal: Terminal,
  wanted: string | ((terminal: Terminal) => boolean),
  ms = 5000,
): Promise<void> {
  const met = (): boolean =>
    typeof wanted === "string" ? terminal.text().includes(wanted) : wanted(terminal);
  for (const end = Date.now() + ms; !met(); await sleep(5))
    if (Date.now() > end)
      throw new Error(`Not seen in ${ms} ms: ${wanted}; the screen:\n${terminal.text()}`);
}

export function openTerminal(
  file: string,
  args: readonly string[] = [],
  { columns = 80, rows = 24, env = {}, cwd = process.cwd() }: TerminalOptions = {},
): Terminal {
  const size = { cols: columns, rows };
  const child = pty.spawn(file, [...args], { ...size, cwd, env: cleanEnvironment(env) });
  const screen = openScreen(columns, rows);
  let raw = "";
  let alive = true;
  const exited = new Promise<Exit>((resolve) => {
    child.onExit((event) => {
      alive = false;
      resolve(exitOf(event));
    });
  });
  child.onData((data) => {
    raw += data;
    screen.write(data);
  });
  const terminal: Terminal = {
    pid: child.pid,
    screen,
    write: (data) => void (alive && child.write(data)),
    press: (...keys) => press(terminal, keys),
    resize(columns, rows) {
      try {
        child.resize(columns, rows);
      } catch {
        // The program has ended, and its window with it.
      }
      screen.resize(columns, rows);
    },
    waitFor: (wanted, ms) => waitFor(terminal, wanted, ms),
    async settle(ms = 60) {
      for (let before = -1; before !== raw.length; await sleep(ms)) before = raw.length;
      await new Promise<void>((resolve) => screen.write("", resolve));
    },
    lines: () => linesOf(screen),
    text: () => linesOf(screen).join("\n").trimEnd(),
    raw: () => raw,
    bytes: () => Buffer.byteLength(raw),
    buffer: () => screen.buffer.active.type,
    onData: (listener) => void child.onData(listener),
    async exit() {
      const exit = await exited;
      await terminal.settle(10);
      return exit;
    },
    kill: (signal = "SIGKILL") => void (alive && child.kill(signal)),
  };
  // Programs ask where the cursor is and what the terminal can do; a real terminal answers.
  screen.onData(terminal.write);
  return terminal;
}
