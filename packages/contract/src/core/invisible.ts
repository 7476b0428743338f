/** Characters that nobody sees, beside those that turn the direction around or may have a place, which are below. */
const invisible =
  /(?!\u200c|\u200d|[\u202a-\u202e\u2066-\u2069]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;

/** Tags that spell out no flag, as those of the flag of Wales do. */
const idleTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]/gu;

const joiners = /[\u200c\u200d]/g;
/** The end of a text in a script whose letters change by a joiner behind them. */
const joiningLetter =
  /[\p{Script_Extensions=Arabic}\p{Script_Extensions=Syriac}\p{Script_Extensions=Mongolian}\p{Script_Extensions=Devanagari}\p{Script_Extensions=Bengali}\p{Script_Extensions=Gurmukhi}\p{Script_Extensions=Gujarati}\p{Script_Extensions=Oriya}\p{Script_Extensions=Tamil}\p{Script_Extensions=Telugu}\p{Script_Extensions=Kannada}\p{Script_Extensions=Malayalam}\p{Script_Extensions=Sinhala}\p{Script_Extensions=Khmer}\p{Script_Extensions=Myanmar}\p{Script_Extensions=Tibetan}]$/u;
const emojiBefore = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u;
const emojiBehind = /^\p{Extended_Pictographic}/u;

function joins(joiner: string, place: number, line: string): boolean {
  // Two characters of two code units each are all that is looked at.
  const before = line.slice(Math.max(0, place - 4), place);
  if (joiningLetter.test(before)) return true;
  return (
    joiner === '\u200d' && emojiBefore.test(before) && emojiBehind.test(line.slice(place + 1, place + 3))
  );
}

/**
 * A line without the characters that nobody sees and by which it passes for another one: spaces of no width, marks of
 * direction, fillers, tags. What makes a visible difference stays: joiners in Persian, in scripts of India and in emoji.
 */
export function withoutInvisible(line: string): string {
  // Hardly any line has one.
  if (!/[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u.test(line)) return line;
  return line
    .replaceAll(invisible, '')
    .replaceAll(idleTags, '')
    .replaceAll(joiners, (joiner, place, whole) => (joins(joiner, place, whole) ? joiner : ''));
}
