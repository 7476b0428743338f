const noBreak = '\u00a0';
const narrow = '\u202f';

/**
 * Puts the spaces that may not break where French has them: a narrow one before ; ! and ?, a wide one before a colon
 * and inside of guillemets. Parameters and Liquid have no such spaces.
 */
export const withFrenchSpaces = (text: string): string =>
  text
    .replaceAll(/ (?=[;!?](?:\s|$|\{))/g, narrow)
    .replaceAll(/ (?=[:»])/g, noBreak)
    .replaceAll(/(?<=«) /g, noBreak);
