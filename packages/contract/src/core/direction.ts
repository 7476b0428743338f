/**
 * Embeddings, overrides and isolates (UAX #9): by them a text is shown in another order than it is stored in, to the end of its
 * paragraph, so that people read what no rule and no reviewer has seen. The marks U+200E, U+200F and U+061C are no such thing: they
 * reach their neighbours only, and Arabic and Hebrew need them beside digits and signs.
 */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text in the order in which its letters are written; Arabic and Hebrew are shown right to left by their letters alone. */
export const withoutTurns = (text: string): string => text.replaceAll(turns, '');
