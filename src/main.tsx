/** The program: arguments in, exit code out. */
import { render, Text, useApp, useInput } from "ink";

function Hello() {
  const { exit } = useApp();
  useInput((input) => input === "q" && exit());
  return <Text>BEST EFFORT</Text>;
}

export async function main(_args: readonly string[]): Promise<number> {
  await render(<Hello />, { exitOnCtrlC: true }).waitUntilExit();
  return 0;
}
