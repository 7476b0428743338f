import { createCollection } from '../features/catalog/search/engine/collection.ts';
import { findSynonyms } from '../features/catalog/search/engine/concepts.ts';
import type { SearchablePosting, SearchDocument } from '../features/catalog/search/engine/document.ts';
import { createHandlers } from '../features/catalog/search/engine/handlers.ts';
import type { SearchFilter } from '../features/catalog/search/engine/request.ts';
import { createSearcher } from '../features/catalog/search/engine/search.ts';
import type { SearchIndex } from '../features/catalog/search/index.ts';

/** Searches these documents as the index does, and answers the ids of those that it finds. */
export function createTestSearcher(documents: readonly SearchDocument[]): (filter: SearchFilter) => string[] {
  const collection = createCollection();
  for (const document of documents) collection.put(document);
  const searcher = createSearcher(collection, findSynonyms);
  return (filter) =>
    searcher
      .search({
        ...filter,
        order: 'newest',
        payCurrency: 'EUR',
        after: null,
        limit: documents.length + 1,
        without: [],
        facets: null,
      })
      .jobs.map(({ id }) => id);
}

/** A search index of these postings that needs no thread. */
export function createTestSearchIndex(postings: readonly SearchablePosting[]): Pick<SearchIndex, 'ask'> {
  const handlers = createHandlers();
  handlers.put({ vacancies: [...new Set(postings.map(({ vacancy }) => vacancy))], postings });
  return { ask: async (operation, input) => handlers[operation](input) };
}
