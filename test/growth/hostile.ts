/** Texts that are made to stall whoever reads them, or to be taken for something else. */

/** What is repeated: single characters, and pairs that make a reader begin again and again. */
const units = [
  ...[
    'a',
    '0',
    ' ',
    '\t',
    '\n',
    '\0',
    '(',
    '<',
    '"',
    ',',
    '-',
    '.',
    '/',
    '=',
    '@',
    '&',
    ';',
    '|',
    '{',
    '[',
    '\\',
  ],
  // Marks in the wrong order, a zero width space, half of a character, and one of two halves.
  ...['\u0301\u0323', '\u200b', '\ud800', '😀', 'é', '\u202e'],
  ...[
    'a ',
    ' a',
    'a,',
    ', ',
    ' - ',
    ' (',
    'a.',
    'a@',
    '@a',
    'a/',
    '-a',
    'a=',
    ': ',
    ':\t',
    '\r\n',
    '\r',
    '\n\n',
    '; ',
  ],
  ...[
    '<a',
    '<a ',
    '<p>',
    '<div>',
    '</p',
    '<!--',
    '<b a="',
    '&lt;',
    '&amp;',
    '{{',
    '{%',
    '](',
    '![',
    '*a_',
    '> ',
    '- ',
  ],
  ...[
    '"a',
    "'",
    '""',
    '%41',
    '%',
    '=?utf-8?q?',
    'a:',
    '://',
    '1.',
    '550 ',
    '5.1.1 ',
    '[[',
    '{"a":',
    '["',
    '\\"',
    '\\u0000',
  ],
];

/** What stands before and behind the repeated, so that a reader believes in a match until the end. */
const frames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['a', '!\u0000x'],
];

/** Within each frame, and at the beginning of what has no end. */
export const formsOfOwn = frames.length + 1;

const brackets = ['()', '[]', '{}', '<>', '""'];

interface HostileText {
  readonly name: string;
  /** It is in the language of the face: of the three texts for each unit of that, it has this turn. */
  readonly turn: number | null;
  /** About so many characters. */
  make(length: number): string;
}

const fill = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** @param own units of the language that the reader understands */
export function hostileTexts(own: readonly string[] = []): HostileText[] {
  const turnOf = (unit: string, form: number) =>
    own.includes(unit) ? (own.indexOf(unit) + form) % formsOfOwn : null;
  const repeated = [...new Set([...units, ...own])].flatMap((unit) =>
    frames.map(
      ([before, after], form): HostileText => ({
        name: `${JSON.stringify(before)}, ${JSON.stringify(unit)} again and again, ${JSON.stringify(after)}`,
        turn: turnOf(unit, form),
        make: (length) => `${before}${fill(unit, length)}${after}`,
      }),
    ),
  );
  const nested = brackets.map(
    ([open = '', close = '']): HostileText => ({
      name: `${open}${close} nested`,
      turn: null,
      make: (length) => open.repeat(length / 2) + close.repeat(length / 2),
    }),
  );
  const begun = own.map(
    (begin): HostileText => ({
      name: `${JSON.stringify(begin)} and then spaces`,
      turn: turnOf(begin, formsOfOwn - 1),
      make: (length) => `${begin}${' '.repeat(length)}\u0000${begin}`,
    }),
  );
  return [...repeated, ...nested, ...begun];
}

/** Words to which plain objects, databases and readers answer with something that nobody has put there. */
export const hostileWords: readonly string[] = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  'then',
  'length',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff',
  '\u202egpj.exe',
  '\u200b',
  '',
  ' ',
  '%00',
  '%',
  '-',
  '"',
  "'",
  '\\',
  '$1',
  '$&',
  '{{a}}',
  '-1',
  'NaN',
  '1e999',
  '9'.repeat(400),
  '../../etc/passwd',
  'a'.repeat(60_000),
  '\u0301\u0323'.repeat(30_000),
];
