export function boardgameTurns(games?: number, turns?: number): number;
