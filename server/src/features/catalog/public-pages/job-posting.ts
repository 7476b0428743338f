import type { EmploymentType, Job, Pay, PayPeriod } from '@rolecall/contract';
import { type PlaceOffer, readOffer, theGazetteer } from '../places/index.ts';
import type { PublicAddresses } from './addresses.ts';

/**
 * A job as schema.org has it, in the form that Google documents for its search
 * (https://developers.google.com/search/docs/appearance/structured-data/job-posting). Undefined where a property that Google
 * requires is not known: a job without a country, on site or remote.
 */
export function toJobPosting(job: Job, addresses: PublicAddresses): object | undefined {
  const where = toLocation(job);
  if (where === undefined) return undefined;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: job.title,
    description: job.description_html,
    url: addresses.job(job.id),
    identifier: { '@type': 'PropertyValue', name: job.company.name, value: job.id },
    datePosted: job.published_at,
    ...(job.deadline_at === null ? {} : { validThrough: job.deadline_at }),
    ...(job.employment_type === null ? {} : { employmentType: employmentTypes[job.employment_type] }),
    hiringOrganization: {
      '@type': 'Organization',
      name: job.company.name,
      ...(job.company.domain === null ? {} : { sameAs: `https://${job.company.domain}/` }),
    },
    ...where,
    ...(job.pay === null ? {} : { baseSalary: toSalary(job.pay) }),
    // Whether one can apply on the page itself, without another site.
    directApply: job.apply_url === null,
  };
}

/** Google's own list; the rest is `OTHER`. */
const employmentTypes: Readonly<Record<EmploymentType, string>> = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
  volunteer: 'VOLUNTEER',
};

const units: Readonly<Record<PayPeriod, string>> = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
};

function toSalary({ minimum, maximum, currency, period }: Pay) {
  const isRange = minimum !== null && maximum !== null && minimum !== maximum;
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: {
      '@type': 'QuantitativeValue',
      ...(minimum !== null && minimum === maximum ? { value: minimum } : {}),
      ...(minimum !== null && (isRange || maximum === null) ? { minValue: minimum } : {}),
      ...(maximum !== null && (isRange || minimum === null) ? { maxValue: maximum } : {}),
      unitText: units[period],
    },
  };
}

const country = (code: string) => ({ '@type': 'Country', name: code });

/** Where one works: at places, or from anywhere in some countries. A hybrid job is at its places. */
function toLocation(job: Job): object | undefined {
  const { places, scope } = readPlacesOf(job);
  if (job.workplace === 'remote') {
    const countries = new Set([
      ...places.map(({ place }) => place.country),
      // A part of the world is none that Google could show a job in.
      ...(scope ?? []).flatMap((code) => theGazetteer().area(code)?.country ?? []),
    ]);
    if (countries.size === 0) return undefined;
    return {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [...countries].map(country),
    };
  }
  if (places.length === 0) return undefined;
  return {
    jobLocation: places.map(({ place, name }) => ({
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        // A town that the gazetteer does not have is known by its name and its region.
        ...(place.kind === 'country' || name === place.regionName ? {} : { addressLocality: name }),
        ...(place.regionName === null ? {} : { addressRegion: place.regionName }),
        addressCountry: place.country,
      },
    })),
  };
}

/** Reading places takes a part of a millisecond, and those of postings repeat. */
const mostRemembered = 5_000;
const remembered = new Map<string, PlaceOffer>();

function readPlacesOf({ places, workplace }: Job): PlaceOffer {
  const key = JSON.stringify([workplace, places]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const read = readOffer({ places, workplace, description: '' });
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, read);
  return read;
}
