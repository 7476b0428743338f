import type { LinkFinding } from '@rolecall/contract';
import type { MissedPage, VisitedPage } from '../fetching/pages.ts';
import type { LinkedPage } from './link.worker.ts';

/** What a look at the link of a job has found, with what it was found by. */
export interface Found {
  readonly finding: LinkFinding;
  readonly status: number | null;
  readonly finalUrl: string | null;
  /** The words of the page, or what went wrong. */
  readonly detail: string;
}

const longestDetail = 300;
/** A page with less text is filled by scripts, and what it does not say means nothing. */
const leastText = 400;
/** Answers that say that there is no such page, and not that something is wrong with it. */
const goneStatuses: ReadonlySet<number> = new Set([404, 410]);

/** Decides what an answer says of a job. `page` is null where the answer has none, or one that cannot be read. */
export function findingOf(
  url: string,
  answer: VisitedPage | MissedPage,
  page: LinkedPage | null,
  now: Date,
): Found {
  if ('missed' in answer) {
    const finding = answer.missed === 'not_allowed' ? 'not_allowed' : 'unreachable';
    return { finding, status: null, finalUrl: null, detail: answer.detail.slice(0, longestDetail) };
  }
  const { status, finalUrl } = answer;
  const found = (finding: LinkFinding, detail = ''): Found => ({
    finding,
    status,
    finalUrl,
    detail: detail.slice(0, longestDetail),
  });
  if (goneStatuses.has(status)) return found('gone');
  // A site that wants to see a person, or a sign-in, says nothing of the job.
  if (status !== 200) return found('unclear');
  if (page === null) return found('unclear');
  if (page.validThrough !== null && page.validThrough <= now.getTime()) {
    return found('expired', new Date(page.validThrough).toISOString());
  }
  if (page.closedWords !== null) return found('says_closed', page.closedWords);
  if (leadsElsewhere(url, finalUrl)) return found('redirected', finalUrl);
  if (page.hasTitle) return found('open');
  return found(page.textLength < leastText ? 'unclear' : 'without_title');
}

/**
 * Whether an address of one job has become one above it, as when a site sends people to its list: on the same host, with fewer
 * parts, and without the part that named the job. To another host a link may well move with its job.
 */
export function leadsElsewhere(url: string, finalUrl: string): boolean {
  const [from, to] = [URL.parse(url), URL.parse(finalUrl)];
  if (from === null || to === null || from.host !== to.host || from.href === to.href) return false;
  const [before, after] = [partsOf(from), partsOf(to)];
  const name = before.findLast((part) => /\d/.test(part)) ?? before.at(-1);
  if (name === undefined || after.length >= before.length) return false;
  return !`${to.pathname}${to.search}`.toLowerCase().includes(name);
}

const partsOf = ({ pathname }: URL): string[] => pathname.toLowerCase().split('/').filter(Boolean);
