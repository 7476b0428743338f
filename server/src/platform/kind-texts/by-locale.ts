import type { Locale } from '@rolecall/contract';

/** Something in each language. */
export type ByLocale<Value> = Readonly<Record<Locale, Value>>;
