import { createHash } from 'node:crypto';
import { normalizeUnicode } from '../../../platform/text/index.ts';

/** Marks of gender and the like: (m/f/d), (w/m/x), (all genders). */
const genderMark = /[([](?:\s*[mfwdxhn*]\s*[/|,])+\s*[mfwdxhn*]\s*[)\]]|[([]\s*all\s+genders?\s*[)\]]/giu;
const workplaceWords = new Set(['remote', 'hybrid', 'onsite', 'on site']);

/**
 * The title of a posting in the form by which copies of one vacancy agree: lower case, without punctuation, marks such
 * as '(m/f/d)' and a place or 'remote' at its end ('Engineer - Berlin', 'Engineer (Remote)').
 *
 * @param places of the posting, to know a place at the end of the title when it stands there
 */
export function normalizeTitle(title: string, places: readonly string[]): string {
  const names = new Set(places.flatMap(placeNames));
  let rest = normalizeUnicode(title, 'NFKC').toLowerCase().replace(genderMark, ' ').trim();
  for (;;) {
    const suffix = lastSuffix(rest);
    if (suffix === null || !isPlace(plainWords(rest.slice(suffix.start)), names)) break;
    rest = rest.slice(0, suffix.separator).trimEnd();
  }
  return plainWords(rest) || plainWords(title) || title.trim().toLowerCase();
}

/**
 * Where what stands behind the last comma, opening bracket or dash between spaces begins, in a title that begins with a word.
 * It reads from the end and no further, so that many suffixes cost no more than one.
 */
function lastSuffix(title: string): { readonly separator: number; readonly start: number } | null {
  for (let at = title.length - 1; at > 0; at--) {
    const character = title.charAt(at);
    if (!separators.has(character)) continue;
    const start = at + 1;
    if (character === ',') {
      if (start === title.length) continue;
    } else if (brackets.has(character)) {
      if (start === title.length) return null;
    } else {
      const end = at;
      while (dashes.has(title.charAt(at - 1))) at -= 1;
      if (!isSpace(title.charAt(at - 1)) || !isSpace(title.charAt(end + 1))) {
        // No suffix reaches over one of these; a hyphen or '@' may stand inside of a word.
        if (/[|–—]/.test(title.slice(at, end + 1))) return null;
        continue;
      }
    }
    return { separator: at, start };
  }
  return null;
}

const brackets: ReadonlySet<string> = new Set(['(', '[']);
const dashes: ReadonlySet<string> = new Set(['-', '–', '—', '|', '@']);
const separators: ReadonlySet<string> = new Set([...brackets, ...dashes, ',']);
const isSpace = (character: string): boolean => /\s/.test(character);

/** Jobs with the same key and from about the same time are one vacancy: a cluster. */
export function clusterKey(companyKey: string, title: string, places: readonly string[]): string {
  return createHash('sha256')
    .update(`${companyKey}\n${normalizeTitle(title, places)}`)
    .digest('hex');
}

function isPlace(words: string, names: ReadonlySet<string>): boolean {
  if (words === '') return false;
  if (workplaceWords.has(words) || names.has(words)) return true;
  return [...workplaceWords].some(
    (word) => words.startsWith(`${word} `) && names.has(words.slice(word.length + 1)),
  );
}

/** The names that a place goes by: 'Berlin, Germany' is also 'Berlin' and 'Germany'. */
function placeNames(place: string): string[] {
  return [place, ...place.split(/[,;/()]|\s-\s/)].map(plainWords).filter((name) => name !== '');
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim();
}

const clusterDays = 30;

/** A posting joins the cluster of an open job that came in after this moment; later it is a vacancy of its own. */
export function clusterSince(now: Date): Date {
  return new Date(now.getTime() - clusterDays * 86_400_000);
}
