import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as german } from '@zxcvbn-ts/language-de';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as spanish } from '@zxcvbn-ts/language-es-es';
import { dictionary as french } from '@zxcvbn-ts/language-fr';
import { foldWord, toWordList, type WordList } from './guessed-words.ts';

const lists: readonly (readonly string[])[] = [
  common['passwords-common'],
  ...[german.commonWords, german.firstnames],
  ...[english['commonWords-en'], english['firstnames-en']],
  ...[french['commonWords-fr'], french['firstnames-fr']],
  ...[spanish['commonWords-es-es'], spanish['firstnames-es-es']],
];

/** Common passwords, and the common words and first names of the languages that people are spoken to in. */
export function listGuessedWords({ shortest }: { readonly shortest: number }): WordList {
  return toWordList(lists.flatMap((words) => words.map(foldWord)).filter(({ length }) => length >= shortest));
}
