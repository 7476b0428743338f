import { ApplicationError } from '../../../platform/errors/index.ts';
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

/** Shorter ones are refused by their length. */
const shortestPassword = 10;
/** What common passwords are lengthened by, such as `2024!`. */
const longestDecoration = 5;
/** A shorter word stands in many long passwords by chance. */
const shortestWord = 4;
/** Characters beside the words of the person and of the site that make a password one of its own. */
const fewestOwnCharacters = 6;
/** Of what is repeated over and over. */
const longestRepeated = 4;

/** @param siteWords how the site is called and where it is found */
export function createGuessablePasswords(siteWords: readonly string[]): GuessablePasswords {
  let common: Promise<ReadonlySet<string>> | undefined;

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

/** Loaded once, when the first password is set: most processes never need it. */
async function loadCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const lists = dictionary['passwords-common'];
  return new Set(lists.filter((word) => word.length >= shortestPassword - longestDecoration).map(normalize));
}

/** It is in the list, perhaps with spaces between, or with digits and signs behind. */
function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const closed = password.replaceAll(/\s/g, '');
  if (common.has(password) || common.has(closed)) return true;
  let end = closed.length;
  while (end > closed.length - longestDecoration && /[^\p{L}]/u.test(closed.charAt(end - 1))) {
    end -= 1;
    if (common.has(closed.slice(0, end))) return true;
  }
  return false;
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
