import { createHash } from 'node:crypto';
import type { Pay, SkipReason, Workplace } from '@rolecall/contract';
import type { RawDescription } from '../../jobs/index.ts';
import type { FeedRow } from '../adapter.ts';
import { decodeEntities } from './entities.ts';
import { readPlaces } from './places.ts';
import { employmentTypeOf, seniorityOf } from './terms.ts';
import { deadlineOf, instantOf, lineOf, listOf } from './values.ts';

const longestId = 300;
const longestUrl = 2_000;
const maximumSkills = 40;

/** The fields of a row where the feed has them, unread. */
export interface Draft {
  readonly externalId: unknown;
  readonly title: unknown;
  readonly companyName: unknown;
  /** The first usable one is taken. */
  readonly links: readonly unknown[];
  /** Resolves a relative link. */
  readonly base?: string;
  readonly description: RawDescription;
  readonly places: readonly unknown[];
  /** Taken when `places` name none. */
  readonly otherPlaces?: readonly unknown[];
  /** Stated by a field of its own; otherwise it is read from the places. */
  readonly workplace: Workplace | null;
  readonly employmentType: unknown;
  readonly department: unknown;
  readonly skills?: readonly unknown[];
  readonly pay: Pay | null;
  readonly publishedAt: unknown;
  readonly deadlineAt: unknown;
  readonly revisedAt?: unknown;
}

/** Reads every row of a list. A row that a reader cannot bear is skipped like any other faulty row. */
export function* readRows<Row>(rows: readonly Row[], read: (row: Row) => FeedRow): Generator<FeedRow> {
  for (const row of rows) {
    try {
      yield read(row);
    } catch (error) {
      yield { skip: 'invalid', detail: error instanceof Error ? error.message.slice(0, 300) : 'unreadable' };
    }
  }
}

/** A posting from its draft, or the skip with everything that is wrong. */
export function toRow(draft: Draft): FeedRow {
  const title = nameOf(draft.title, 300);
  const externalId = idOf(draft.externalId);
  const companyName = nameOf(draft.companyName, 200);
  const applyUrl = firstUrl(draft.links, draft.base);
  const faults: [SkipReason, string][] = [];
  if (title === '') faults.push(['no_title', 'it has no title']);
  if (externalId === '') faults.push(['no_id', 'it has no id']);
  if (companyName === '') faults.push(['no_company', 'it names no company']);
  if (applyUrl === null) faults.push(['bad_url', faultOfLinks(draft.links)]);
  const [first] = faults;
  if (first !== undefined || applyUrl === null) {
    return {
      skip: first?.[0] ?? 'bad_url',
      detail: faults.map(([, detail]) => detail).join('; '),
      ...(externalId === '' ? {} : { externalId }),
    };
  }

  const named = readPlaces(draft.places);
  const places = named.places.length > 0 ? named.places : readPlaces(draft.otherPlaces ?? []).places;
  return {
    posting: {
      externalId,
      title,
      companyName,
      description: draft.description,
      department: nameOf(draft.department, 120) || null,
      places,
      workplace: draft.workplace ?? named.workplace,
      employmentType: employmentTypeOf(draft.employmentType),
      seniority: seniorityOf(title),
      skills: listOf(draft.skills)
        .map((skill) => lineOf(skill, 60))
        .filter((skill) => skill !== '')
        .slice(0, maximumSkills),
      pay: draft.pay,
      applyUrl,
      publishedAt: instantOf(draft.publishedAt),
      deadlineAt: deadlineOf(draft.deadlineAt),
      revisedAt: instantOf(draft.revisedAt),
    },
  };
}

/** A line without the entities that some feeds leave in it. */
const nameOf = (value: unknown, longest: number): string =>
  lineOf(decodeEntities(lineOf(value, longest * 2)), longest);

/** An id as it is; one too long for an index by its hash. */
function idOf(value: unknown): string {
  const id = lineOf(value, 10_000);
  return id.length <= longestId ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;
}

function firstUrl(links: readonly unknown[], base: string | undefined): string | null {
  for (const link of links) {
    const text = lineOf(link, longestUrl + 1);
    if (text === '' || text.length > longestUrl || isUnfinished(text)) continue;
    const url = URL.parse(text, base);
    if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:'))
      return url.href.toWellFormed();
  }
  return null;
}

/** Whether a program has put a missing value into the link. */
function isUnfinished(link: string): boolean {
  return /undefined\/?$|[/=]null\/?$|\[object /i.test(link);
}

function faultOfLinks(links: readonly unknown[]): string {
  const link = links.map((value) => lineOf(value, 200)).find((text) => text !== '');
  if (link === undefined) return 'it has no link';
  return `its link is not usable: ${link}`;
}
