/** Stands in for what the bundle leaves out: Ink's developer tools, and its picture of a crash. */
export default function empty() {
  return null;
}
