import type { AlertConditions, EmploymentType, Seniority, Workplace } from '@rolecall/contract';
import { normalizeCompanyName } from '../companies/index.ts';
import { annualPay } from '../jobs/index.ts';
import {
  answersStrictly,
  type Language,
  type PlaceEntry,
  type PlaceTest,
  placeKey,
  readPlaceEntry,
  readPlaceTest,
  readStrictDocument,
  readStrictExclusions,
  readStrictWords,
  type SearchDocument,
  type SearchFilter,
  type StrictDocument,
  type StrictWords,
  strictLanguages,
} from '../search/index.ts';

/** What an alert asks for, read. */
export interface ReadAlert {
  readonly words: StrictWords;
  /** Alerts with the same key ask for the same words. */
  readonly wordsKey: string;
  readonly languages: ReadonlySet<Language>;
  readonly place: { readonly text: string; readonly withinKm: number | null } | null;
  readonly workplaces: readonly Workplace[];
  readonly employmentTypes: readonly EmploymentType[];
  readonly seniorities: readonly Seniority[];
  readonly companyIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly pay: { readonly annual: number; readonly currency: string } | null;
  readonly withoutCompanies: readonly string[];
}

/** Remembers how words were read, for whoever reads many alerts. */
export type ReadWords = (key: string, read: () => StrictWords) => StrictWords;

export function readAlert(
  conditions: AlertConditions,
  remembered: ReadWords = (_, read) => read(),
): ReadAlert {
  const { words, ...rest } = filterOf(conditions);
  const languages = strictLanguages(rest.read);
  const wordsKey = JSON.stringify([[...languages].toSorted(), words, conditions.without_words]);
  return {
    wordsKey,
    words: remembered(wordsKey, () => {
      const read = readStrictWords(words ?? '');
      const more = readStrictExclusions(conditions.without_words);
      return more.length === 0 ? read : { ...read, excluded: [...read.excluded, ...more] };
    }),
    languages,
    place: rest.place === null ? null : { text: rest.place, withinKm: rest.withinKm },
    workplaces: rest.workplaces,
    employmentTypes: rest.employmentTypes,
    seniorities: rest.seniorities,
    companyIds: rest.companyIds,
    sourceIds: rest.sourceIds,
    pay: rest.pay,
    withoutCompanies: conditions.without_companies.map(normalizeCompanyName),
  };
}

/** An alert as the search is asked for it: whatever has been published. */
export function filterOf(conditions: AlertConditions): SearchFilter {
  return {
    strict: {
      withoutWords: conditions.without_words,
      withoutCompanies: conditions.without_companies.map(normalizeCompanyName),
    },
    words: conditions.q ?? null,
    read: conditions.language,
    place: conditions.place ?? null,
    withinKm: conditions.within_km ?? null,
    workplaces: conditions.workplace,
    employmentTypes: conditions.employment_type,
    seniorities: conditions.seniority,
    companyIds: conditions.company_id,
    sourceIds: conditions.source_id,
    pay:
      conditions.pay_minimum === undefined
        ? null
        : {
            annual: annualPay(conditions.pay_minimum, conditions.pay_period),
            currency: conditions.pay_currency,
          },
    publishedSince: null,
  };
}

/** A vacancy as alerts are compared with it. */
export interface ReadVacancy {
  readonly document: SearchDocument;
  readonly strict: StrictDocument;
  readonly place: PlaceEntry;
  readonly company: string;
}

export const readVacancy = (document: SearchDocument): ReadVacancy => ({
  document,
  strict: readStrictDocument(document),
  place: readPlaceEntry(placeOf(document)),
  company: normalizeCompanyName(document.company),
});

export const placeOf = ({ places, workplaces }: Pick<SearchDocument, 'places' | 'workplaces'>): string =>
  placeKey(places, workplaces.includes('remote'));

/** Why a vacancy is not for an alert; null: it is. The first condition that it fails decides. */
export type AlertRefusal =
  | 'words'
  | 'place'
  | 'workplace'
  | 'employment_type'
  | 'seniority'
  | 'company'
  | 'source'
  | 'pay'
  | 'without_company';

/**
 * Whether a vacancy is one that an alert looks for: the plain loop, which the reverse index and the search are held against, and
 * the answer to 'why not'.
 */
export function refusalOf(
  alert: ReadAlert,
  vacancy: ReadVacancy,
  test = placeTestOf(alert),
): AlertRefusal | null {
  const { document } = vacancy;
  const isNone = <Value>(wanted: readonly Value[], values: readonly Value[]) =>
    wanted.length > 0 && !values.some((value) => wanted.includes(value));
  if (isNone(alert.workplaces, document.workplaces)) return 'workplace';
  if (isNone(alert.employmentTypes, document.employmentTypes)) return 'employment_type';
  if (isNone(alert.seniorities, document.seniorities)) return 'seniority';
  if (isNone(alert.companyIds, [document.companyId])) return 'company';
  if (isNone(alert.sourceIds, document.sourceIds)) return 'source';
  if (alert.pay !== null && !reaches(alert.pay, document)) return 'pay';
  if (alert.withoutCompanies.includes(vacancy.company)) return 'without_company';
  if (test !== null && !test.test(vacancy.place)) return 'place';
  return answersStrictly(alert.words, vacancy.strict, alert.languages) ? null : 'words';
}

export const placeTestOf = ({ place }: ReadAlert): PlaceTest | null =>
  place === null ? null : readPlaceTest(place.text, place.withinKm);

const reaches = (
  pay: { readonly annual: number; readonly currency: string },
  { payAnnual, payCurrency }: Pick<SearchDocument, 'payAnnual' | 'payCurrency'>,
): boolean => (payCurrency ?? '') === pay.currency && (payAnnual ?? -1) >= pay.annual;
