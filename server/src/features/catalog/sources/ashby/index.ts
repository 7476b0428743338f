import type { Pay } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { payOf, periodOf } from '../reading/pay.ts';
import { workplaceOf } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const boardHosts = ['jobs.ashbyhq.com'];

/**
 * The job board API of Ashby. Postings that are reachable by their link only have `isListed: false` and are left out;
 * pay is read where the employer lets it be shown.
 */
export const ashby: Adapter = {
  kind: 'ashby',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: isBoardToken,
  url: (board) => `https://api.ashbyhq.com/posting-api/job-board/${board}?includeCompensation=true`,

  isBoard: true,
  isSite: false,
  recognize: (link) => boardOfLink(link.href, boardHosts) ?? boardOfLink(link.href, ['api.ashbyhq.com'], 2),

  identify(document) {
    const board = boardOfLink(textOf(fieldsOf(jobsOf(document)[0])['jobUrl']), boardHosts);
    return board === null ? null : { address: board, name: board };
  },

  read(document, { sourceName }) {
    return {
      rows: readRows(jobsOf(document), (job) => readJob(fieldsOf(job), sourceName)),
      incomplete: null,
    };
  },
};

function jobsOf(document: string): readonly unknown[] {
  const { jobs } = fieldsOf(parseJson(document));
  if (!Array.isArray(jobs)) throw unreadable('The document has no list `jobs`, as Ashby has it.');
  return jobs;
}

function readJob(job: Fields, sourceName: string): FeedRow {
  if (job['isListed'] === false) {
    return { skip: 'unlisted', detail: `'${lineOf(job['title'], 120)}' is not listed on the board` };
  }
  const secondary = listOf(job['secondaryLocations']).map((value) =>
    typeof value === 'string' ? value : fieldsOf(value)['location'],
  );
  const html = textOf(job['descriptionHtml']);
  return toRow({
    externalId: job['id'],
    title: job['title'],
    companyName: sourceName,
    links: [job['applyUrl'], job['jobUrl']],
    description:
      html === ''
        ? { format: 'text', content: textOf(job['descriptionPlain']) }
        : { format: 'html', content: html },
    places: [job['location'], ...secondary],
    workplace: workplaceOf(job['workplaceType']) ?? (job['isRemote'] === true ? 'remote' : null),
    employmentType: job['employmentType'],
    department: textOf(job['department']) || job['team'],
    pay:
      job['shouldDisplayCompensationOnJobPostings'] === false ? null : readPay(fieldsOf(job['compensation'])),
    publishedAt: job['publishedAt'],
    deadlineAt: null,
  });
}

/** The first salary of the summary or else of a tier; bonuses and equity are not pay that can be compared. */
function readPay(compensation: Fields): Pay | null {
  const tiers = listOf(compensation['compensationTiers']).flatMap((tier) =>
    listOf(fieldsOf(tier)['components']),
  );
  for (const value of [...listOf(compensation['summaryComponents']), ...tiers]) {
    const component = fieldsOf(value);
    if (component['compensationType'] !== 'Salary') continue;
    const pay = payOf({
      minimum: component['minValue'],
      maximum: component['maxValue'],
      currency: component['currencyCode'],
      period: periodOf(component['interval']),
    });
    if (pay !== null) return pay;
  }
  return null;
}
