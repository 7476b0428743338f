import type { Workplace } from '@rolecall/contract';
import { type Item, itemsOf } from './items.ts';
import { readWorkplaces, type SentenceReading } from './sentence.ts';
import { sentencesOf } from './tokens.ts';

type Said = Pick<SentenceReading, 'workplaces' | 'refusesRemote' | 'isPartlyRemote'>;

/** What all sentences say together. */
export function workplaceOf(sentences: readonly Said[]): Workplace | null {
  const said = new Set(sentences.flatMap(({ workplaces }) => workplaces));
  const isRefused = sentences.some(({ refusesRemote }) => refusesRemote);
  if (isRefused) return said.has('hybrid') ? 'hybrid' : 'on_site';
  if (sentences.some(({ isPartlyRemote }) => isPartlyRemote)) return 'hybrid';
  for (const workplace of ['remote', 'hybrid', 'on_site'] as const) if (said.has(workplace)) return workplace;
  return null;
}

/** A place field has hardly more. */
const mostWords = 200;

/**
 * The workplace that stands before, behind or in brackets beside a place ('Remote - US', 'Berlin (Hybrid)'), and the rest of
 * the text. It knows no names of places, so it costs nothing to those who only read feeds.
 */
export function splitWorkplace(text: string): { workplace: Workplace | null; rest: string } {
  const items = sentencesOf(text, mostWords).flatMap((sentence) => itemsOf(sentence, false));
  const workplace = workplaceOf([readWorkplaces(items)]);
  const isDropped = items.map((item) => saysWorkplace(item));
  const isAside =
    isDropped[0] === true ||
    isDropped.at(-1) === true ||
    isDropped.some((drop, at) => drop && isInBrackets(items[at]));
  if (workplace === null || !isAside) return { workplace: null, rest: text };
  const rest = items.filter((_, at) => isDropped[at] !== true && !isGlue(items, isDropped, at));
  return {
    workplace,
    rest: rest.flatMap(({ tokens }) => tokens.map((token) => token.before + token.text)).join(''),
  };
}

function saysWorkplace({ terms }: Item): boolean {
  return terms.some(({ kind }) => kind === 'workplace');
}

function isInBrackets(item: Item | undefined): boolean {
  return item?.tokens[0]?.before.includes('(') === true;
}

/** Words that hang on the workplace alone: 'not', 'or', and the 'in' of 'Remote in Italy'. */
function isGlue(items: readonly Item[], isDropped: readonly boolean[], at: number): boolean {
  const kinds = new Set(items[at]?.terms.map(({ kind }) => kind));
  if (isDropped[at + 1] === true && (kinds.has('not') || kinds.has('join'))) return true;
  return isDropped[at - 1] === true && (kinds.has('in') || kinds.has('join') || kinds.has('not'));
}
