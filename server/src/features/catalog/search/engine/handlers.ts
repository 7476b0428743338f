import { type Collection, createCollection, partsOf } from './collection.ts';
import { findSynonyms } from './concepts.ts';
import { revisionOf, type SearchablePosting, toDocument } from './document.ts';
import type { Handlers } from './protocol.ts';
import { createSearcher, type Searcher } from './search.ts';
import { similarTo } from './similar.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { createSuggester, type Suggester } from './suggest.ts';

/** An index with all that can be asked of it, in the thread that owns it. */
export function createHandlers(): Handlers {
  let collection: Collection;
  let searcher: Searcher;
  let suggester: Suggester;

  function use(other: Collection): void {
    collection = other;
    searcher = createSearcher(other, findSynonyms);
    suggester = createSuggester(other);
  }
  use(createCollection());

  return {
    load({ path }) {
      try {
        use(createCollection(readSnapshot(path).parts));
        return { problem: null };
      } catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
      }
    },

    save: ({ path }) => writeSnapshot(path, partsOf(collection), {}),

    compare({ vacancies, revisions }) {
      const found = groupBy(revisions, ({ vacancy }) => vacancy);
      return vacancies.filter((vacancy) => {
        const postings = found.get(vacancy);
        if (postings === undefined) {
          collection.remove(vacancy);
          return false;
        }
        return collection.revisionOf(vacancy) !== revisionOf(postings);
      });
    },

    vacancies: () => collection.vacancies(),

    put({ vacancies, postings }) {
      const displaced = new Set<string>();
      const found = groupBy(postings, ({ vacancy }: SearchablePosting) => vacancy);
      for (const vacancy of vacancies) {
        const own = found.get(vacancy);
        if (own === undefined) collection.remove(vacancy);
        else for (const other of collection.put(toDocument(own))) displaced.add(other);
      }
      return [...displaced].filter((vacancy) => collection.find(vacancy) === undefined);
    },

    vacanciesOf: (ids) => {
      const vacancies = ids.flatMap((id) => {
        const document = collection.find(id);
        return document === undefined ? [] : [collection.columns.vacancies[document] ?? ''];
      });
      return [...new Set(vacancies)];
    },

    search: (request) => searcher.search(request),
    suggest: ({ typed, kinds, limit }) => suggester.suggest(typed, kinds, limit),
    similar: ({ id, limit }) => similarTo(collection, id, limit),

    figures() {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return {
        documents: collection.live,
        words: collection.vocabulary.size,
        memoryBytes: heapUsed + arrayBuffers,
      };
    },
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
