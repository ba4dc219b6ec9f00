/** An Ink tree drawn on a true screen inside this process: cells, alternate screen, resizing, keys. */
import { EventEmitter } from "node:events";
import type { Terminal as Screen } from "@xterm/headless";
import { type RenderOptions, render } from "ink";
import type { ReactNode } from "react";
import { bytesOf, linesOf, openScreen } from "./terminal.ts";

class Output extends EventEmitter {
  readonly isTTY = true;
  bytes = 0;
  private readonly screen: Screen;
  constructor(screen: Screen) {
    super();
    this.screen = screen;
  }
  get columns(): number {
    return this.screen.cols;
  }
  get rows(): number {
    return this.screen.rows;
  }
  getColorDepth(): number {
    return 24;
  }
  hasColors(): boolean {
    return true;
  }
  write(text: string, done?: () => void): boolean {
    this.bytes += Buffer.byteLength(text);
    // A terminal driver turns each line feed into both; there is none here.
    this.screen.write(text.replaceAll(/(?<!\r)\n/g, "\r\n"), done);
    return true;
  }
}

class Input extends EventEmitter {
  readonly isTTY = true;
  isRaw = false;
  private waiting: string | null = null;
  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }
  setEncoding(): void {}
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
  read(): string | null {
    const data = this.waiting;
    this.waiting = null;
    return data;
  }
  type(data: string): void {
    this.waiting = data;
    this.emit("readable");
  }
}

export type Cell = {
  readonly text: string;
  readonly width: number;
  readonly color: number;
  readonly bold: boolean;
  readonly inverse: boolean;
};

export type Drawn = {
  /** Waits until everything is on the screen. */
  flush(): Promise<void>;
  lines(): readonly string[];
  text(): string;
  buffer(): "normal" | "alternate";
  cell(column: number, row: number): Cell;
  bytes(): number;
  press(...keys: readonly string[]): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  rerender(tree: ReactNode): Promise<void>;
  unmount(): void;
};

/** Ink waits so long for the rest of a sequence before an escape is an escape. */
const ESCAPE_MS = 30;

const SETTINGS: RenderOptions = {
  interactive: true,
  patchConsole: false,
  exitOnCtrlC: false,
  alternateScreen: true,
  incrementalRendering: true,
  maxFps: 1000,
};

export type DrawOptions = Omit<RenderOptions, "stdin" | "stdout" | "stderr"> & {
  readonly columns?: number;
  readonly rows?: number;
};

function cellOf(screen: Screen, column: number, row: number): Cell {
  const cell = screen.buffer.active.getLine(row)?.getCell(column);
  if (!cell) throw new RangeError(`No cell at ${column}, ${row}`);
  return {
    text: cell.getChars(),
    width: cell.getWidth(),
    color: cell.getFgColor(),
    bold: cell.isBold() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

export async function draw(
  tree: ReactNode,
  { columns = 80, rows = 24, ...options }: DrawOptions = {},
): Promise<Drawn> {
  const screen = openScreen(columns, rows);
  const stdin = new Input();
  const stdout = new Output(screen);
  const streams = { stdin, stdout, stderr: new Output(screen) } as unknown as RenderOptions;
  const ink = render(tree, { ...SETTINGS, ...options, ...streams });
  const flush = async (): Promise<void> => {
    await ink.waitUntilRenderFlush();
    await new Promise<void>((resolve) => screen.write("", resolve));
  };
  await flush();
  return {
    flush,
    lines: () => linesOf(screen),
    text: () => linesOf(screen).join("\n").trimEnd(),
    buffer: () => screen.buffer.active.type,
    bytes: () => stdout.bytes,
    cell: (column, row) => cellOf(screen, column, row),
    async press(...keys) {
      for (const key of keys) {
        stdin.type(bytesOf(key));
        if (key === "esc") await new Promise((resolve) => setTimeout(resolve, ESCAPE_MS));
        await flush();
      }
    },
    async resize(columns, rows) {
      screen.resize(columns, rows);
      stdout.emit("resize");
      await flush();
    },
    async rerender(tree) {
      ink.rerender(tree);
      await flush();
    },
    unmount: () => ink.unmount(),
  };
}
