/** What a hostile input makes of a parser, without the parser. */
export const echo = (text: string): string => text;

/** Never ends, in a regular expression, which no timer interrupts. */
export const loop = (length: number): boolean => /^(?:a+)+$/.test(`${'a'.repeat(length)}b`);

export function devour(_input: null): number {
  const held: string[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => `${held.length} ${index}`));
}

export function recurse(depth: number): number {
  return depth === 0 ? 0 : 1 + recurse(depth - 1);
}

export const quit = (status: number): never => process.exit(status);

export const giveFunction = (_input: null) => ({ run: () => 1 });

export const rejectLater = async (message: string): Promise<never> => {
  throw new TypeError(message);
};
