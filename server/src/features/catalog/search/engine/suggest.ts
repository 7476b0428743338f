import type { Collection } from './collection.ts';
import { fold, wordsOf } from './words.ts';

export type SuggestionKind = 'title' | 'company' | 'skill' | 'place';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly text: string;
}

/** What could be meant by what was typed so far. */
export interface Suggester {
  suggest(typed: string, kinds: readonly SuggestionKind[], limit: number): Suggestion[];
}

interface Name {
  readonly text: string;
  /** Folded, with one space between words. */
  readonly key: string;
  readonly count: number;
}

const mostNames = 50_000;
const mostLooked = 3_000;

export function createSuggester(collection: Collection): Suggester {
  const lists = new Map<SuggestionKind, readonly Name[]>();
  let readAt = -1;

  function read(): void {
    const { columns, size } = collection;
    const titles = new Map<string, number>();
    const companies = new Map<string, number>();
    const places = new Map<string, number>();
    const add = (counts: Map<string, number>, text: string) => {
      const count = counts.get(text);
      if (count !== undefined || counts.size < mostNames) counts.set(text, (count ?? 0) + 1);
    };
    for (let document = 0; document < size; document += 1) {
      if (columns.isLive[document] !== 1) continue;
      add(titles, collection.titles.texts[columns.title[document] ?? 0] ?? '');
      const company = collection.companies.texts[columns.company[document] ?? 0] ?? '';
      add(companies, company.slice(company.indexOf(' ') + 1));
      for (const label of collection.places.labelsOf(columns.places[document] ?? 0)) add(places, label);
    }
    lists.set('title', sorted(titles));
    lists.set('company', sorted(companies));
    lists.set('place', sorted(places));
    lists.set('skill', sorted(new Map(collection.skills.texts.map((text) => [text, 1]))));
    readAt = size;
  }

  return {
    suggest(typed, kinds, limit) {
      // A few more jobs change no suggestion that matters.
      if (readAt === -1 || Math.abs(collection.size - readAt) > Math.max(20, readAt / 20)) read();
      const key = keyOf(typed);
      if (key === '') return [];
      const share = Math.ceil(limit / kinds.length);
      const found = kinds.map((kind) =>
        beginning(lists.get(kind) ?? [], key, limit).map(({ text }): Suggestion => ({ kind, text })),
      );
      const first = found.flatMap((list) => list.slice(0, share));
      const rest = found.flatMap((list) => list.slice(share));
      return [...first, ...rest].slice(0, limit);
    },
  };
}

const keyOf = (text: string): string => wordsOf(text, 12).join(' ') || fold(text.trim());

const sorted = (counts: ReadonlyMap<string, number>): Name[] =>
  [...counts]
    .map(([text, count]) => ({ text, key: keyOf(text), count }))
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));

/** The most usual names that begin so; ways to write one of them count once. */
function beginning(names: readonly Name[], key: string, limit: number): Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  const best = new Map<string, Name>();
  for (let at = low; at < Math.min(names.length, low + mostLooked); at += 1) {
    const name = names[at];
    if (name === undefined || !name.key.startsWith(key)) break;
    if ((best.get(name.key)?.count ?? 0) < name.count) best.set(name.key, name);
  }
  return [...best.values()].toSorted((one, other) => other.count - one.count).slice(0, limit);
}
