import type { ByLocale } from '../../../../../platform/kind-texts/index.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { StatusWords } from './words.ts';

export type { StatusWords, StepWords } from './words.ts';

export const statusWords: ByLocale<StatusWords> = { en: english, de: german, fr: french, es: spanish };
