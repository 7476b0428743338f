import type { Pay } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { payOf, periodOf } from '../reading/pay.ts';
import { workplaceOf } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOrOne, textOf } from '../reading/values.ts';
import { postingsOf } from './documents.ts';

/**
 * JobPosting of schema.org (https://schema.org/JobPosting): a JSON feed (a list, `{ jobs }`, `{ "@graph" }` or one alone), a page with
 * JSON-LD or microdata, or a sitemap or list of such pages. `estimatedSalary` is somebody's guess and is never read.
 */
export const jobPosting: Adapter = {
  kind: 'job_posting',
  coverage: 'snapshot',
  accept: 'application/ld+json, application/json, text/html;q=0.9, application/xml;q=0.8, text/xml;q=0.8',
  isAddress: (address) => URL.canParse(address),
  // A file has no address, but the name of its source.
  url: (address) => (URL.canParse(address) ? address : null),
  isBoard: false,
  isSite: true,
  // Any page may have postings; that is found out when nobody else knows the link.
  recognize: () => null,
  identify: () => null,

  read(document, context) {
    const url = URL.parse(context.address);
    const site = url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
    const { rows, brokenScripts, more } = postingsOf(document, site, context.isFirst);
    const base = site?.href;
    // A page with one posting is that posting's page.
    const page = rows.length === 1 ? base : undefined;
    return {
      rows: readAll(rows, brokenScripts, (row) => readPosting(fieldsOf(row), context.sourceName, base, page)),
      incomplete: brokenScripts > 0 ? `${brokenScripts} scripts of the page are not valid JSON.` : null,
      more,
    };
  },
};

function* readAll(
  rows: readonly unknown[],
  brokenScripts: number,
  read: (row: unknown) => FeedRow,
): Generator<FeedRow> {
  yield* readRows(rows, read);
  for (let index = 0; index < brokenScripts; index++) {
    yield { skip: 'invalid', detail: 'a script of type application/ld+json is not valid JSON' };
  }
}

function readPosting(
  posting: Fields,
  sourceName: string,
  base: string | undefined,
  page: string | undefined,
): FeedRow {
  const isRemote = listOrOne(posting['jobLocationType']).some((type) => workplaceOf(type) === 'remote');
  const requirements = listOrOne(posting['applicantLocationRequirements']).map(nameOf);
  const links = [posting['url'], posting['@id'], page];
  return toRow({
    externalId: identifierOf(posting['identifier']) || links.map(textOf).find((link) => link !== ''),
    title: textOf(posting['title']) || posting['name'],
    companyName: nameOf(posting['hiringOrganization']) || sourceName,
    links,
    ...(base === undefined ? {} : { base }),
    description: { format: 'unknown', content: textOf(posting['description']) },
    // Where a person has to be for remote work is told beside where the office is.
    places: [...listOrOne(posting['jobLocation']).map(placeOf), ...(isRemote ? requirements : [])],
    otherPlaces: requirements,
    workplace: isRemote ? 'remote' : null,
    employmentType: posting['employmentType'],
    department: posting['industry'],
    skills: listOrOne(posting['skills']).flatMap((skill) => nameOf(skill).split(/[,;\n]/)),
    pay: readPay(listOrOne(posting['baseSalary'])[0], posting['salaryCurrency']),
    publishedAt: posting['datePosted'],
    deadlineAt: posting['validThrough'],
  });
}

/** An identifier is text, or a PropertyValue. */
function identifierOf(value: unknown): string {
  const fields = fieldsOf(listOrOne(value)[0]);
  return textOf(listOrOne(value)[0]) || textOf(fields['value']) || textOf(fields['@id']);
}

/** The name of a thing that may also be given by its name alone; the first one of several. */
function nameOf(value: unknown): string {
  const [first] = listOrOne(value);
  return textOf(first) || textOf(fieldsOf(first)['name']) || textOf(fieldsOf(first)['legalName']);
}

/** Town, region and country of a Place. */
function placeOf(value: unknown): string {
  const place = fieldsOf(value);
  const [address] = listOrOne(place['address']);
  const fields = fieldsOf(address);
  const parts = [fields['addressLocality'], fields['addressRegion'], fields['addressCountry']].map(nameOf);
  return parts.filter((part) => part !== '').join(', ') || textOf(address) || nameOf(value);
}

/** A MonetaryAmount with a value or a range; pay as free text is not read. */
function readPay(value: unknown, otherCurrency: unknown): Pay | null {
  const salary = fieldsOf(value);
  const [inner] = listOrOne(salary['value']);
  const range = fieldsOf(inner);
  const amount = typeof value === 'number' ? value : typeof inner === 'number' ? inner : textOf(inner);
  const single = amount === '' ? range['value'] : amount;
  return payOf({
    minimum: range['minValue'] ?? salary['minValue'] ?? single,
    maximum: range['maxValue'] ?? salary['maxValue'] ?? single,
    currency: lineOf(salary['currency'], 10) || lineOf(range['currency'], 10) || otherCurrency,
    period: periodOf(range['unitText'] ?? salary['unitText'] ?? range['unitCode'] ?? salary['unitCode']),
  });
}
