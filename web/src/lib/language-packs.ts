import type { English, Locale } from '@rolecall/contract';

/** The texts of catalogues in one language, by the names that the build has given to them. */
export interface LanguagePack {
  readonly texts: ReadonlyMap<string, English>;
}

/**
 * The packs by name and language. The build puts them here (`web/languages.ts`), and takes the texts out of the catalogues;
 * without a build the catalogues hold all languages, and there is nothing to load.
 */
export const languagePacks: ReadonlyMap<
  string,
  Readonly<Record<Locale, () => Promise<LanguagePack>>>
> = new Map();
