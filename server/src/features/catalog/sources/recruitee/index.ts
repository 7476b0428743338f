import type { Workplace } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfHost, isHostToken } from '../reading/addresses.ts';
import { joinSections } from '../reading/html.ts';
import { payOf, periodOf } from '../reading/pay.ts';
import { placeOfParts } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const domain = 'recruitee.com';

/**
 * The Careers Site API of Recruitee (https://docs.recruitee.com/reference/intro-to-careers-site-api): all published offers in one
 * document.
 */
export const recruitee: Adapter = {
  kind: 'recruitee',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: isHostToken,
  url: (company) => `https://${company}.${domain}/api/offers/`,
  isBoard: true,
  isSite: false,
  recognize: (link) => boardOfHost(link, [domain]),

  identify(document) {
    const offer = fieldsOf(offersOf(document)[0]);
    const link = URL.parse(textOf(offer['careers_url']));
    const address = link === null ? null : boardOfHost(link, [domain]);
    return address === null ? null : { address, name: lineOf(offer['company_name'], 120) || address };
  },

  read(document, { sourceName }) {
    return {
      rows: readRows(offersOf(document), (offer) => readOffer(fieldsOf(offer), sourceName)),
      incomplete: null,
    };
  },
};

function offersOf(document: string): readonly unknown[] {
  const { offers } = fieldsOf(parseJson(document));
  if (!Array.isArray(offers)) throw unreadable('The document has no list `offers`, as Recruitee has it.');
  return offers;
}

function readOffer(offer: Fields, sourceName: string): FeedRow {
  const status = textOf(offer['status']);
  if (status !== '' && status !== 'published') {
    return { skip: 'unlisted', detail: `'${lineOf(offer['title'], 120)}' has the status ${status}` };
  }
  const salary = fieldsOf(offer['salary']);
  const locations = listOf(offer['locations']).map((value) => {
    const { city, state, country, name } = fieldsOf(value);
    return placeOfParts(city, state, country) || textOf(name);
  });
  return toRow({
    externalId: offer['id'],
    title: offer['title'],
    companyName: lineOf(offer['company_name'], 200) || sourceName,
    links: [offer['careers_url'], offer['careers_apply_url']],
    description: {
      format: 'html',
      content: joinSections([
        { title: '', html: textOf(offer['description']) },
        { title: '', html: textOf(offer['requirements']) },
      ]),
    },
    places:
      locations.length > 0
        ? locations
        : [placeOfParts(offer['city'], offer['country']) || textOf(offer['location'])],
    workplace: workplaceOf(offer),
    employmentType: offer['employment_type_code'],
    department: offer['department'],
    pay: payOf({
      minimum: salary['min'],
      maximum: salary['max'],
      currency: salary['currency'],
      period: periodOf(salary['period']),
    }),
    publishedAt: textOf(offer['published_at']) || offer['created_at'],
    deadlineAt: offer['close_at'],
  });
}

/** Each way of working is a flag of its own; where several are set, people may choose. */
function workplaceOf({ remote, hybrid, on_site: onSite }: Fields): Workplace | null {
  if (hybrid === true) return 'hybrid';
  if (remote === true) return onSite === true ? 'hybrid' : 'remote';
  return onSite === true ? 'on_site' : null;
}
