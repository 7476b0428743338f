import type { SourceInput } from '@rolecall/contract';
import { sourceInputSchema } from '@rolecall/contract';
import { normalizeUnicode } from '../../../platform/text/index.ts';
import { adapters } from './adapters.ts';
import { isHostToken } from './reading/addresses.ts';

type FetchedKind = SourceInput['kind'];

/** A source that a text may mean. */
export interface Candidate {
  readonly kind: FetchedKind;
  readonly address: string;
  readonly name: string;
}

const kinds = sourceInputSchema.shape.kind.options;
const boardKinds = kinds.filter((kind) => adapters[kind].isBoard);
const longestAddress = 500;
const longestName = 120;

/**
 * The sources that a pasted text may mean, the likeliest first: of a link to a board that board alone, of any other link its
 * page or feed, and of a name the boards that its company would have.
 *
 * @param kind takes the text as an address or a link of this kind alone
 */
export function recognizeSource(text: string, kind?: FetchedKind): readonly Candidate[] {
  const line = text.trim().slice(0, longestAddress);
  const link = linkOf(line);
  if (kind !== undefined) {
    const address = (link === null ? null : adapters[kind].recognize(link)) ?? line;
    return adapters[kind].isAddress(address) ? [{ kind, address, name: nameOf(address) }] : [];
  }
  if (link === null) return boardsOf(line);
  for (const one of kinds) {
    const address = adapters[one].recognize(link);
    if (address !== null) return [{ kind: one, address, name: nameOf(address) }];
  }
  const { href, hostname, pathname } = link;
  const pages = (['job_posting', 'rss'] as const).map((one) => ({
    kind: one,
    address: href,
    name: hostname,
  }));
  // 'Booking.com' is a name as well.
  return pathname === '/' && !line.includes('/')
    ? [...pages, ...boardsOf(line.replace(/\.[a-z]+$/i, ''))]
    : pages;
}

/** An address as it is, or one that was typed without its beginning. */
function linkOf(line: string): URL | null {
  if (/\s/.test(line)) return null;
  if (/^https?:\/\//i.test(line)) return URL.parse(line);
  const [host = ''] = line.split(/[/?#]/, 1);
  const labels = host.split('.');
  const isHost = labels.length > 1 && labels.every((label) => /^[a-z0-9-]{1,63}$/i.test(label));
  return isHost && /^[a-z]{2,}$/i.test(labels.at(-1) ?? '') ? URL.parse(`https://${line}`) : null;
}

/** What a source is called before anybody has given it a name. */
const nameOf = (address: string): string =>
  (URL.parse(address)?.hostname || address.replace(/^[a-z]+:/, '')).slice(0, longestName);

/** Words of legal forms, which no board has at the end of its name. */
const legalWords: ReadonlySet<string> = new Set(
  'gmbh ggmbh ag se kg kgaa ohg e v ev inc llc ltd limited plc corp corporation co company sa sas sarl srl sl slu bv nv oy ab as aps group'.split(
    ' ',
  ),
);

/** The words of a name, in letters without marks. */
function wordsOf(name: string): string[] {
  const words = normalizeUnicode(name, 'NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/i)
    .filter((word) => word !== '');
  while (words.length > 1 && legalWords.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  return words;
}

/** The boards that a company of this name would have. */
function boardsOf(name: string): readonly Candidate[] {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 6) return [];
  const lower = words.map((word) => word.toLowerCase());
  const tokens = new Set([lower.join(''), lower.join('-')]);
  const capitalized = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
  return boardKinds.flatMap((kind) =>
    // Only there does the case of a letter matter.
    (kind === 'smartrecruiters' ? [capitalized, ...tokens] : [...tokens])
      .filter((token) => isHostToken(token) && adapters[kind].isAddress(token))
      .map((address) => ({ kind, address, name: name.slice(0, longestName).toWellFormed() })),
  );
}
