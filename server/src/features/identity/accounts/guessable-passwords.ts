import { ApplicationError } from '../../../platform/errors/index.ts';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import { foldWord, hasWord, type WordList } from './guessed-words.ts';
import { normalizePassword } from './passwords.ts';

/** What somebody would try first who knows whose account it is. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Refuses passwords that are guessed first. There are no rules about what they are made of (NIST SP 800-63B). */
export interface GuessablePasswords {
  /** @throws {ApplicationError} `password_guessable` */
  refuse(password: string, owner: PasswordOwner): Promise<void>;
}

/** What common words are lengthened by, such as `2026!!` or a date. */
const longestDecoration = 8;
/** A shorter word stands in many long passwords by chance, and is hardly a word without its decoration. */
const shortestWord = 4;
/** Characters beside the words of the person and of the site that make a password one of its own. */
const fewestOwnCharacters = 6;
/** Of what is repeated over and over. */
const longestRepeated = 4;

const listTask = workerFile<typeof import('./guessed-words.worker.ts')>(
  new URL('./guessed-words.worker.ts', import.meta.url),
).task('listGuessedWords', {
  name: 'accounts.guessed_words',
  // It takes a third of a second.
  deadlineMs: 20_000,
  maximumSize: 1,
  sizeOf: () => 1,
});

interface Dependencies {
  readonly workers: WorkerPool;
  /** How the site is called and where it is found. */
  readonly siteWords: readonly string[];
}

export function createGuessablePasswords({ workers, siteWords }: Dependencies): GuessablePasswords {
  let common: Promise<WordList> | undefined;

  /**
   * Asked for when the first password is set, since most processes never need it. The lists take a third of a second and 20 MB
   * to unfold, so a thread does that, which lets go of them; what stays is a tenth of it.
   */
  async function loadCommon(): Promise<WordList> {
    const result = await workers.run(listTask, { shortest: shortestWord }, { lane: 'request' });
    if (result.status === 'done') return result.output;
    common = undefined;
    throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
  }

  return {
    async refuse(password, { name, email }) {
      common ??= loadCommon();
      const normalized = normalize(password);
      const words = wordsOf([name, email, ...siteWords]);
      const isGuessed =
        isCommon(normalized, await common) || isRepeated(normalized) || isMadeOf(normalized, words);
      if (isGuessed) throw new ApplicationError('password_guessable');
    },
  };
}

/** Case and the ways to write a character tell no passwords apart that are guessed. */
const normalize = (text: string): string => normalizePassword(text).toLowerCase();

/**
 * It is one of the words, perhaps with spaces between, with digits and signs around it, or with some in place of letters.
 * Whoever guesses tries all of that; two words are something else.
 */
function isCommon(password: string, words: WordList): boolean {
  const closed = [...foldWord(password).replaceAll(/\s/g, '')];
  const before = Math.min(signsBefore(closed), longestDecoration);
  const behind = Math.min(signsBefore(closed.toReversed()), longestDecoration);
  return [0, before].some((from) =>
    Array.from({ length: Math.min(behind, longestDecoration - from) + 1 }, (_, end) => end).some((end) =>
      spellings(closed.slice(from, closed.length - end)).some((spelling) => hasWord(words, spelling)),
    ),
  );
}

function signsBefore(characters: readonly string[]): number {
  const first = characters.findIndex((character) => /\p{L}/u.test(character));
  return first < 0 ? characters.length : first;
}

/** What stands for a letter; 1 is an i or an l. */
const standIns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '8': 'b',
    '@': 'a',
    $: 's',
    '!': 'i',
  }),
);

/** How a word may be meant: with the letters that its signs stand for, and with umlauts in one letter. */
function spellings(characters: readonly string[]): string[] {
  const letters = characters.map((character) => standIns.get(character) ?? character);
  const ones = characters.map((character) =>
    character === '1' ? 'l' : (standIns.get(character) ?? character),
  );
  return [characters, letters, ones].flatMap((spelling) => {
    const word = spelling.join('');
    return [word, word.replaceAll(/([aou])e/g, '$1')];
  });
}

function isRepeated(password: string): boolean {
  return Array.from({ length: longestRepeated }, (_, index) => index + 1).some((length) => {
    const unit = password.slice(0, length);
    return password === unit.repeat(Math.ceil(password.length / length)).slice(0, password.length);
  });
}

/** Whether hardly anything is left when these words are taken out. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), password);
  return left !== password && left.replaceAll(/[^\p{L}\p{N}]/gu, '').length < fewestOwnCharacters;
}

/** The longest first, so that a whole name goes before its parts. */
function wordsOf(texts: readonly string[]): string[] {
  const normalized = texts.map(normalize);
  const parts = normalized.flatMap((text) => [
    text.replaceAll(/[^\p{L}\p{N}]/gu, ''),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  return [...new Set([...normalized, ...parts])]
    .filter((word) => word.length >= shortestWord)
    .sort((a, b) => b.length - a.length);
}
