import { editDistance } from '../../../platform/edit-distance/index.ts';
import { commonDomains, mistypedEndings, realNeighbours } from './domains.ts';

const known: ReadonlySet<string> = new Set([...commonDomains, ...realNeighbours]);

/** From so many letters on, a name that differs by one is more likely mistyped than another real one. */
const longName = 5;

/**
 * Suggests what an address was probably meant to be, when its domain resembles a common one. Short names have real
 * neighbours (`web.de`, `gmx.at`), so there only swapped letters and an ending that does not exist count as mistakes.
 *
 * @param address in lower case
 * @returns null: it looks right, or resembles no common domain
 */
export function didYouMean(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || domain.length > 60 || known.has(domain)) return null;
  const meant = withRealEnding(domain) ?? nearest(domain);
  return meant === null ? null : `${address.slice(0, at)}@${meant}`;
}

/** The common domain whose ending was mistyped, as in `gmail.con`. Endings of two letters are countries, so they stay. */
function withRealEnding(domain: string): string | null {
  const [, name = '', ending = ''] = /^(.+)\.([^.]+)$/.exec(domain) ?? [];
  const candidate = `${name}.${mistypedEndings.get(ending)}`;
  if (known.has(candidate)) return candidate;
  const namesakes = commonDomains.filter(
    (one) => nameOf(one) === nameOf(domain) && nameOf(one).length >= longName && endingOf(one).length > 2,
  );
  return namesakes.find((one) => editDistance(one, domain) === 1) ?? null;
}

function nearest(domain: string): string | null {
  return commonDomains.find((candidate) => isMistyped(domain, candidate)) ?? null;
}

/** Whether one typing mistake in the name leads from the candidate to the domain. */
function isMistyped(domain: string, candidate: string): boolean {
  if (Math.abs(domain.length - candidate.length) > 1 || editDistance(domain, candidate) !== 1) return false;
  // One letter of an ending makes it another country.
  if (endingOf(domain) !== endingOf(candidate) && domain.includes('.')) return false;
  return nameOf(candidate).length >= longName || isSwap(domain, candidate);
}

/** Whether both have the same letters. */
function isSwap(left: string, right: string): boolean {
  return [...left].sort().join('') === [...right].sort().join('');
}

function nameOf(domain: string): string {
  return domain.slice(0, Math.max(0, domain.indexOf('.')));
}

function endingOf(domain: string): string {
  return domain.slice(domain.indexOf('.') + 1);
}
