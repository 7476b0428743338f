import { stemSpanish } from '../../skills/index.ts';
import type { Language } from './languages.ts';

const inflected = /^[a-z]+$/;
const shortestInflected = 4;

/** Takes endings off a folded word, so that its forms agree; words with digits and signs have none. */
export function stem(word: string, language: Language): string {
  if (word.length < shortestInflected || !inflected.test(word)) return word;
  return stemmers[language](word);
}

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
};

const hasVowel = (word: string): boolean => /[aeiouy]/.test(word);

function stemEnglish(word: string): string {
  let base = word;
  if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ches|shes|sses|xes)$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(?:ss|us|is|ics)$/.test(base)) base = base.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    const rest = base.slice(0, -ending.length);
    if (!base.endsWith(ending) || rest.length < 3 || !hasVowel(rest)) continue;
    const isDoubled = /([bdgmnprt])\1$/.test(rest);
    base = isDoubled ? rest.slice(0, -1) : rest;
    break;
  }
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function stemGerman(word: string): string {
  let base = word.replace(/(?:ae|oe|ue)/g, (vowels, at: number) =>
    at > 0 && 'aeq'.includes(word.charAt(at - 1)) ? vowels : vowels.charAt(0),
  );
  for (const ending of ['innen', 'in']) {
    if (!base.endsWith(ending) || base.length - ending.length < 5) continue;
    base = base.slice(0, -ending.length);
    break;
  }
  // An 'Elektroniker' is a person, 'Elektronik' a trade.
  if (/ikern?$/.test(base)) return base.endsWith('n') ? base.slice(0, -1) : base;
  if (/e[lr]n$/.test(base) && base.length > 5) base = base.slice(0, -1);
  if (base.length > 5 && /(?:en|er|es|em)$/.test(base)) return base.slice(0, -2);
  if (base.length > 4 && (base.endsWith('e') || (base.endsWith('s') && !base.endsWith('ss')))) {
    return base.slice(0, -1);
  }
  return base;
}

function stemFrench(word: string): string {
  let base = /[sx]$/.test(word) ? word.slice(0, -1) : word;
  if (base.length > 6) {
    // 'infirmière' and 'infirmier', 'vendeuse' and 'vendeur', 'technicienne' and 'technicien', 'directrice' and 'directeur'.
    if (base.endsWith('iere')) base = base.slice(0, -1);
    else if (base.endsWith('euse')) base = `${base.slice(0, -2)}r`;
    else if (base.endsWith('trice')) base = `${base.slice(0, -4)}eur`;
    else if (base.endsWith('enne')) base = base.slice(0, -2);
  }
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}
