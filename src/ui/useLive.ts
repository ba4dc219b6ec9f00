/** State that key handlers can read back at once, before React has drawn it. */
import { useReducer, useRef } from "react";

export type Live<T> = { readonly get: () => T; readonly set: (change: Partial<T>) => void };

export function useLive<T extends object>(initial: T): Live<T> {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const now = useRef(initial);
  const live = useRef<Live<T>>({
    get: () => now.current,
    set: (change) => {
      now.current = { ...now.current, ...change };
      draw();
    },
  });
  return live.current;
}
