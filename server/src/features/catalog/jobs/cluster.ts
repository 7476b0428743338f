import { createHash } from 'node:crypto';

/** Marks of gender and the like: (m/f/d), (w/m/x), (all genders). */
const genderMark = /[([](?:\s*[mfwdxhn*]\s*[/|,]\s*)+[mfwdxhn*]\s*[)\]]|[([]\s*all\s+genders?\s*[)\]]/giu;
const workplaceWords = new Set(['remote', 'hybrid', 'onsite', 'on site']);

/**
 * The title of a posting in the form by which copies of one vacancy agree: lower case, without punctuation, marks such
 * as '(m/f/d)' and a place or 'remote' at its end ('Engineer - Berlin', 'Engineer (Remote)').
 *
 * @param places of the posting, to know a place at the end of the title when it stands there
 */
export function normalizeTitle(title: string, places: readonly string[]): string {
  const names = new Set(places.flatMap(placeNames));
  let rest = title.normalize('NFKC').toLowerCase().replace(genderMark, ' ').trim();
  for (;;) {
    const suffix = /^(.*\S)(?:\s+[-–—|@]+\s+|\s*,\s*|\s*[([]\s*)([^([|–—]+?)[)\]]?$/u.exec(rest);
    if (suffix === null || !isPlace(plainWords(suffix[2] ?? ''), names)) break;
    rest = suffix[1] ?? '';
  }
  return plainWords(rest) || plainWords(title) || title.trim().toLowerCase();
}

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
