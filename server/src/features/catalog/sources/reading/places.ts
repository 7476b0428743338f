import type { Workplace } from '@rolecall/contract';
import { splitWorkplace } from '../../places/index.ts';
import { decodeEntities } from './entities.ts';
import { lineOf } from './values.ts';

const maximumPlaces = 20;
const maximumLength = 80;

const workplaceNames: ReadonlyMap<string, Workplace> = new Map([
  ['remote', 'remote'],
  ['telecommute', 'remote'],
  ['fullyremote', 'remote'],
  ['hybrid', 'hybrid'],
  ['onsite', 'on_site'],
  ['inoffice', 'on_site'],
]);

/** The workplace by one of its usual names, such as 'On-site', 'OnSite', 'on_site' or 'TELECOMMUTE'. */
export function workplaceOf(value: unknown): Workplace | null {
  const letters = lineOf(value, 40)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return workplaceNames.get(letters) ?? null;
}

/**
 * Reads places as feeds write them: several in one text, with the workplace in between ('Remote - US',
 * 'Berlin (Hybrid)', 'Austin, TX; Denver, CO') or a mere number ('3 Locations'). The workplace is what all of the
 * texts agree on.
 */
export function readPlaces(texts: readonly unknown[]): { places: string[]; workplace: Workplace | null } {
  const places = new Map<string, string>();
  const workplaces = new Set<Workplace | null>();
  for (const text of texts) {
    for (const part of decodeEntities(lineOf(text, 1_000)).split(/[;|•]/)) {
      const { place, workplace } = readPart(part);
      if (place === '' && workplace === null) continue;
      workplaces.add(workplace);
      if (place !== '' && places.size < maximumPlaces && !places.has(place.toLowerCase())) {
        places.set(place.toLowerCase(), place);
      }
    }
  }
  const [agreed] = workplaces;
  return { places: [...places.values()], workplace: workplaces.size === 1 ? (agreed ?? null) : null };
}

function readPart(part: string): { place: string; workplace: Workplace | null } {
  const text = tidy(part);
  if (/^\d+ (?:locations?|standorte?|sites?|lieux|ubicaciones)$/i.test(text))
    return { place: '', workplace: null };
  const found = splitWorkplace(text);
  if (found.workplace === null) return { place: text.slice(0, maximumLength).trim(), workplace: null };
  const rest = tidy(tidy(found.rest).replace(/^\(?(.*?)\)?$/, (_whole, inner: string) => balanced(inner)));
  return { place: rest.slice(0, maximumLength).trim(), workplace: found.workplace };
}

/** Drops a bracket that has lost its partner. */
function balanced(text: string): string {
  return text.includes('(') && !text.includes(')') ? `${text})` : text;
}

const separators: ReadonlySet<string> = new Set([' ', ',', '–', '—', '-']);

/** Without doubled, leading and trailing separators: 'bangalore, , India' is 'bangalore, India'. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/ ?(?:, ?)+/g, ', ');
  let start = 0;
  while (separators.has(line.charAt(start))) start += 1;
  let end = line.length;
  while (end > start) {
    const [word] = / (?:or|and)$/i.exec(line.slice(Math.max(start, end - 4), end)) ?? [];
    if (word !== undefined) end -= word.length;
    else if (separators.has(line.charAt(end - 1))) end -= 1;
    else break;
  }
  return line.slice(start, end);
}

/** A place by its parts, from the smallest on: 'Berlin, Germany'. */
export function placeOfParts(...parts: readonly unknown[]): string {
  return parts
    .map((part) => lineOf(part, maximumLength))
    .filter((part) => part !== '')
    .join(', ');
}
