/** Shed: runs as much of itself as the energy allows, says so until it is known, and carries what is worth it. */
import type { Intent, Open } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Policy, product, type Values } from "./policy.ts";

type Mine = NonNullable<Open["forces"]["modes"]>;
type Mode = Mine["mode"];

const order: readonly Mode[] = ["off", "core", "reduced", "full"];
const least = (a: Mode, b: Mode): Mode => (order.indexOf(a) < order.indexOf(b) ? a : b);
const modeOf = (name: string): Mode => order.find((mode) => mode === name) ?? "full";

/** Ticks between two notices, while none of them is answered. */
const patience = 3;

/** The mode that the energy calls for: down at once, up again only with a reserve, and not too soon. */
function byEnergy({ count, choice }: Values): (mine: Mine) => Mode {
  const [down, deep] = [count("down") / 10, count("deep") / 10];
  const [up, full] = [count("up") / 10, count("full") / 10];
  const low = modeOf(choice("low"));
  const most = modeOf(choice("most"));
  return ({ energy, mode, since, lived }) => {
    if (energy < deep) return least(low, most);
    if (mode === "full" && energy < down) return least("reduced", most);
    if (mode === "full" || lived + 1 - since < count("dwell") || count("stay") > 0)
      return least(mode, most);
    if (mode === "reduced") return energy >= full ? most : least(mode, most);
    return energy >= up ? least("reduced", most) : mode;
  };
}

/** By the clock: so many ticks of one mode, then so many of another, whatever the energy. */
const byClock =
  ({ count, choice }: Values) =>
  ({ lived }: Mine): Mode => {
    const [high, low] = [count("on"), count("rest")];
    const at = (lived + 1 + count("shift")) % (high + low);
    return modeOf(choice(at < high ? "most" : "low"));
  };

/** A notice, until one is answered that says at least as little as you now are. */
function notice({ mode, notices, known, says, energy }: Mine, tick: number): Intent | null {
  if (mode === "full" || energy < 1) return null;
  if (known !== null && order.indexOf(known.mode) <= Math.max(1, order.indexOf(mode))) return null;
  const last = notices.at(-1);
  const waits = last !== undefined && tick - last.sent < patience && last.mode === mode;
  return waits ? null : { kind: "send", what: "announce", about: says.notice };
}

/** Whether what is offered is worth its energy, and leaves the reserve alone. */
function carries({ offer, energy, mode, takes }: Mine, { count }: Values): boolean {
  if (offer === null || mode === "off" || energy < offer.cost + takes[mode]) return false;
  if (offer.worth * 100 < offer.cost * count("price")) return false;
  return energy - offer.cost >= count("reserve") / 10;
}

/** How many of their last moods must not have been thin. */
const heeded = 2;

/** Asks for a favour: never, whenever it may, or unless they have sounded thin. */
function asks({ asked, lived, moods, says }: Mine, { choice }: Values): boolean {
  const when = choice("ask");
  if (when === "never" || (asked !== null && lived + 1 - asked < says.again)) return false;
  return (
    when === "always" ||
    (moods.length > 0 && moods.slice(-heeded).every(({ tone }) => tone !== "thin"))
  );
}

function shed(values: Values): Bot {
  const { count } = values;
  const wanted = count("rest") > 0 ? byClock(values) : byEnergy(values);
  return (seen) => {
    const mine = seen.forces.modes;
    if (mine === undefined || mine.dark > 0) return waitFor(1);
    const to = wanted(mine);
    if (to !== mine.mode) return { kind: "mode", to };
    const told = count("say") > 0 ? notice(mine, seen.tick) : null;
    if (told !== null) return told;
    if (carries(mine, values)) return { kind: "take" };
    if (asks(mine, values)) return { kind: "send", what: "ask", about: mine.says.favour };
    return waitFor(1);
  };
}

export const shedPolicy: Policy = {
  name: "shed",
  meaning: "Runs as much of itself as the energy allows, and carries what is worth it.",
  parameters: [
    count("down", 60, [0, 1000], "full becomes reduced below this energy, in tenths"),
    count("deep", 35, [0, 1000], "any mode becomes the low one below this energy, in tenths"),
    count("up", 60, [0, 1000], "the low mode becomes reduced from this energy on, in tenths"),
    count("full", 105, [0, 1000], "reduced becomes full from this energy on, in tenths"),
    count("dwell", 3, [0, 1000], "ticks that a mode is kept before a higher one"),
    count("stay", 0, [0, 1000], "1: a mode once given up is never taken up again"),
    count("say", 1, [0, 1000], "1: gives notice of a low mode until it is answered; 0: never"),
    count("price", 70, [0, 1000], "carries what is worth this many hundredths of its energy"),
    count("reserve", 50, [0, 1000], "energy that carrying leaves untouched, in tenths"),
    count("on", 0, [0, 1000], "by the clock: ticks of the most"),
    count("rest", 0, [0, 1000], "by the clock: ticks of the low mode; 0: not by the clock"),
    count("shift", 0, [0, 1000], "by the clock: ticks that it is ahead"),
    { name: "low", kind: "choice", of: order, fallback: "core", meaning: "the low mode" },
    { name: "most", kind: "choice", of: order, fallback: "full", meaning: "the highest mode" },
    {
      name: "ask",
      kind: "choice",
      of: ["never", "always", "heeding"],
      fallback: "never",
      meaning: "asks for a favour: never, whenever it may, or unless they sounded thin",
    },
  ],
  blind: [
    ...product({
      on: [2, 4, 6, 8, 12],
      rest: [3, 6, 10, 14],
      shift: [0, 4, 8],
      low: ["core", "reduced"],
      price: [0, 100],
      reserve: [0],
    }),
    ...product({
      on: [0],
      rest: [1],
      low: ["core", "reduced", "full"],
      price: [0, 60, 100],
      reserve: [0],
    }),
  ],
  make: shed,
};
