/** Loaded before the game by its tests: bugs that strike on a signal or a key, in code that has none. */
const strike = () => {
  throw new Error("a planted bug");
};

if (process.env.BUG === "in a timer") process.on("SIGUSR2", () => setTimeout(strike, 1));

// The game asks this of every key that is pressed.
const { test } = RegExp.prototype;
if (process.env.BUG === "in the answer to a key")
  RegExp.prototype.test = function (text) {
    return text === "%" ? strike() : test.call(this, text);
  };

// Help's footer is this and no more.
const { split } = String.prototype;
if (process.env.BUG === "while drawing")
  String.prototype.split = function (...by) {
    return String(this) === "[esc] back" ? strike() : split.apply(this, by);
  };
