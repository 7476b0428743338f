import { type Locale, locales } from '@rolecall/contract/constants';
import { catalogueOf, type English, localeOf } from '@rolecall/contract/messages';
import { useSyncExternalStore } from 'react';
import { languagePacks } from './language-packs.ts';
import { servedLocale } from './served.ts';

/**
 * Which language the app speaks. Only its texts are loaded, in packs: whatever code says something from a pack needs it from
 * then on, and is shown when it is there.
 */
const storageKey = 'rolecall-language';
const listeners = new Set<() => void>();
const needed = new Set<string>();
/** The texts of catalogues by language and name. */
const known: Readonly<Record<Locale, Map<string, English>>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
};
const loaded = new Set<string>();

let spoken = rememberedLanguage() ?? browserLanguage();
/** The one that is being loaded in its place. */
let wanted = spoken;

/** For guests: that of the page as it was served, or of the browser. */
export function browserLanguage(): Locale {
  return localeOf(servedLocale ?? navigator.language);
}

/** That of the person who was signed in last, so that a page does not begin in another one. `/theme.js` reads it, too. */
function rememberedLanguage(): Locale | undefined {
  try {
    const kept = localStorage.getItem(storageKey);
    return locales.find((locale) => locale === kept);
  } catch {
    return undefined;
  }
}

/** @param locale undefined: nobody is signed in */
export function rememberLanguage(locale: Locale | undefined): void {
  try {
    if (locale === undefined) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, locale);
  } catch {
    // Storage is blocked: the next page begins in the language of the browser.
  }
}

/**
 * What the build makes of `defineMessages`: a catalogue whose texts are in a pack.
 *
 * @public no source names it
 */
export function packedCatalogue(pack: string, name: string) {
  needed.add(pack);
  return catalogueOf((locale) => {
    const speaks = known[locale].has(name) ? locale : spoken;
    const texts = known[speaks].get(name);
    if (texts === undefined) throw new Error(`The language pack ${pack} is not loaded`);
    return { locale: speaks, texts };
  });
}

async function load(pack: string, locale: Locale): Promise<void> {
  const loads = languagePacks.get(pack);
  if (loads === undefined) throw new Error(`There is no language pack ${pack}`);
  const { texts } = await loads[locale]();
  for (const [name, text] of texts) known[locale].set(name, text);
  loaded.add(`${pack} ${locale}`);
}

/** Loads what the code that is there now has to say. */
export async function loadWords(): Promise<void> {
  for (;;) {
    const missing = [...new Set([spoken, wanted])].flatMap((locale) =>
      [...needed].filter((pack) => !loaded.has(`${pack} ${locale}`)).map((pack) => ({ pack, locale })),
    );
    if (missing.length === 0) return;
    await Promise.all(missing.map(({ pack, locale }) => load(pack, locale)));
  }
}

/** Speaks another language as soon as its texts are there; as long as they are not, nothing changes. */
export async function speak(locale: Locale): Promise<void> {
  if (wanted === locale) return;
  wanted = locale;
  try {
    await loadWords();
  } catch (error) {
    wanted = spoken;
    throw error;
  }
  if (wanted !== locale) return;
  spoken = locale;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For what is said outside of a component. */
export const spokenLanguage = (): Locale => spoken;

export const useSpokenLanguage = (): Locale => useSyncExternalStore(subscribe, spokenLanguage);
