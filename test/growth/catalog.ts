import { companyDomainOf } from '../../server/src/features/catalog/companies/domains.ts';
import { likenessOf } from '../../server/src/features/catalog/companies/likeness.ts';
import {
  isFreeDomain,
  isRunnersMailbox,
  isSharedDomain,
} from '../../server/src/features/catalog/companies/mail-domains.ts';
import { doubtsOf, isRefusedName } from '../../server/src/features/catalog/companies/name-claims.ts';
import { normalizeCompanyName } from '../../server/src/features/catalog/companies/normalized-name.ts';
import { skeletonOf } from '../../server/src/features/catalog/companies/skeleton.ts';
import { createFlagPosting } from '../../server/src/features/catalog/flags/index.ts';
import {
  excerptOf,
  plainDescription,
  storedText,
} from '../../server/src/features/catalog/jobs/plain-description.ts';
import { renderDescription } from '../../server/src/features/catalog/jobs/rendering.ts';
import { repeatsOf } from '../../server/src/features/catalog/jobs/repeats.ts';
import { parseSkill } from '../../server/src/features/catalog/matching/skills.ts';
import {
  hasPhrase,
  normalizeText,
  singular,
  wordsOf,
} from '../../server/src/features/catalog/matching/text.ts';
import { titleTerms } from '../../server/src/features/catalog/matching/titles.ts';
import { occupationsIn, shapeOf } from '../../server/src/features/catalog/occupations/index.ts';
import { readStatedPay } from '../../server/src/features/catalog/pay/index.ts';
import { readRatesFile } from '../../server/src/features/catalog/pay/rates.ts';
import { readOffer, readWish } from '../../server/src/features/catalog/places/index.ts';
import { monogram } from '../../server/src/features/catalog/public-pages/job-markup.ts';
import { escapeMarkup } from '../../server/src/features/catalog/public-pages/markup.ts';
import { createPool, rank } from '../../server/src/features/catalog/ranking/index.ts';
import { findSynonyms } from '../../server/src/features/catalog/search/engine/concepts.ts';
import { createForms } from '../../server/src/features/catalog/search/engine/forms.ts';
import { parseQuery } from '../../server/src/features/catalog/search/engine/query.ts';
import { stem } from '../../server/src/features/catalog/search/engine/stems.ts';
import {
  readStrictDocument,
  readStrictWords,
} from '../../server/src/features/catalog/search/engine/strict.ts';
import { createVocabulary } from '../../server/src/features/catalog/search/engine/vocabulary.ts';
import { wordsOf as indexedWords } from '../../server/src/features/catalog/search/engine/words.ts';
import { readPlaceWords, readSearchWords } from '../../server/src/features/catalog/search/words.ts';
import { namesOfSkills, skillVocabulary } from '../../server/src/features/catalog/skills/index.ts';
import type { Adapter } from '../../server/src/features/catalog/sources/adapter.ts';
import { adapters } from '../../server/src/features/catalog/sources/adapters.ts';
import { readSearch } from '../../server/src/features/catalog/sources/adzuna/search-address.ts';
import { retryAfterMs } from '../../server/src/features/catalog/sources/fetching/polite-client.ts';
import { isAllowed, readRobots } from '../../server/src/features/catalog/sources/fetching/robots-rules.ts';
import { postingsOf } from '../../server/src/features/catalog/sources/job_posting/documents.ts';
import { findClosedWords, plainWords } from '../../server/src/features/catalog/sources/links/closed-words.ts';
import { leadsElsewhere } from '../../server/src/features/catalog/sources/links/findings.ts';
import { readLinkedPage } from '../../server/src/features/catalog/sources/links/link.worker.ts';
import { boardOfLink, isBoardToken } from '../../server/src/features/catalog/sources/reading/addresses.ts';
import { decodeEntities as decodeFeedEntities } from '../../server/src/features/catalog/sources/reading/entities.ts';
import {
  amountOf,
  payOf,
  periodOf,
  periodOfPhrase,
} from '../../server/src/features/catalog/sources/reading/pay.ts';
import { readPlaces, workplaceOf } from '../../server/src/features/catalog/sources/reading/places.ts';
import { employmentTypeOf, seniorityOf } from '../../server/src/features/catalog/sources/reading/terms.ts';
import {
  deadlineOf,
  instantOf,
  lineOf,
  parseJson,
} from '../../server/src/features/catalog/sources/reading/values.ts';
import { parseXml } from '../../server/src/features/catalog/sources/reading/xml.ts';
import { recognizeSource } from '../../server/src/features/catalog/sources/recognizing.ts';
import { readAddress } from '../../server/src/features/catalog/vacancies/addresses.ts';
import { readPayRanges, readRequisitions } from '../../server/src/features/catalog/vacancies/amounts.ts';
import { fingerprintOf } from '../../server/src/features/catalog/vacancies/fingerprint.ts';
import { decodeEntities, fold, mendMisread } from '../../server/src/features/catalog/vacancies/folding.ts';
import { readCompany } from '../../server/src/features/catalog/vacancies/names.ts';
import { readPlaces as readVacancyPlaces } from '../../server/src/features/catalog/vacancies/places.ts';
import { readText } from '../../server/src/features/catalog/vacancies/texts.ts';
import { readTitle } from '../../server/src/features/catalog/vacancies/titles.ts';
import { ApplicationError } from '../../server/src/platform/errors/index.ts';
import { type Face, face } from './face.ts';

const isRefusal = (error: unknown) => error instanceof ApplicationError;
const flagPosting = createFlagPosting();
const emptyVocabulary = createVocabulary();
const context = { sourceName: 'Acme', address: 'https://jobs.example.org', isFirst: true };

/** A posting of each field of which is the text, as schema.org has it. */
const posting = (text: string) =>
  JSON.stringify({
    '@type': 'JobPosting',
    identifier: { value: text },
    title: text,
    url: text,
    hiringOrganization: { name: text },
    jobLocation: { address: { addressLocality: text, addressCountry: text } },
    baseSalary: { currency: text, value: { minValue: text, maxValue: text, unitText: text } },
    skills: text,
    employmentType: text,
    industry: text,
    datePosted: text,
    validThrough: text,
    description: text,
  });

/** A posting of each field of which is the text, as vacancies are told by. */
const vacancyPosting = (text: string) => ({
  title: text,
  company: text,
  places: [text],
  text,
  address: `https://boards.greenhouse.io/${text}`,
  postedAt: null,
  pay: null,
});

const readAll = (adapter: Adapter, document: string) => [...adapter.read(document, context).rows];

const rendered = (['html', 'markdown', 'text', 'unknown'] as const).map((format) =>
  face(`a description as ${format}`, (content) => renderDescription({ format, content }), [
    '<ul><li>',
    '<table><tr><td>',
    '<a href="',
    '`',
    '```\n',
    '* ',
    '1. ',
    '# ',
    '| a | b |\n| - | - |\n',
    '<br>',
    '&#x41;',
    'http://a.b/',
    '**a',
    '__',
    '[a](b)',
  ]),
);

export const catalogFaces: readonly Face[] = [
  ...rendered.map((one): Face => ({ ...one, inThread: true })),
  face('a description without its parsers', (content) => plainDescription({ format: 'unknown', content })),
  face('what is asked for in a posting', (text) => flagPosting({ title: text, text }), [
    'pay the fee ',
    'w-h-a-t-s ',
    '+49 151 ',
    'IBAN DE ',
  ]),
  face('an excerpt', (text) => excerptOf(text)),
  face('a text as it is stored', storedText, ['a_', '_ ', '_\n']),
  face(
    'the stems of a word',
    (text) => [stem(text, 'en'), stem(text, 'de'), stem(text, 'fr'), stem(text, 'es')],
    ['ae', 'ing', 'ss'],
  ),
  face('a word whose forms are found', (text) => createForms().add(1, text), ['ae', 'ing', 'ss']),
  face(
    'a search of the index',
    (text) => parseQuery(text, { vocabulary: emptyVocabulary, findSynonyms, read: new Set(['de']) }),
    ['-"', 'a-', 'aeoe', '/'],
  ),
  face('a search that is read strictly', (text) => readStrictWords(text), ['-"', 'a-', '/', 'é']),
  face(
    'a vacancy that looks for alerts',
    (text) => readStrictDocument({ title: '', company: '', skills: [], text }),
    ['a-', 'a.b:c*', 'C++', 'エ', 'é'],
  ),
  face('the words of a search index', (text) => indexedWords(text, 10_000_000), [
    'a-',
    'a.b:c*',
    'C++',
    'エ',
    'é',
  ]),
  face('the fingerprint of a posting', (text) => fingerprintOf(vacancyPosting(text)), [
    'Job ID: ',
    '$1,000 - ',
  ]),
  face('the title of a vacancy', (text) => readTitle(text, new Set(['berlin']), 'acme'), [
    '/in ',
    '(m/w/d) ',
    ' - ',
    'Verkäufer*',
    '$18/hr ',
    'req 1234 ',
  ]),
  face('the places of a vacancy', (text) => readVacancyPlaces([text]), [
    ', ',
    '(',
    'am ',
    '3 locations ',
    ' - ',
  ]),
  face('the text of a vacancy', (text) => readText(text, new Set(['berlin'])), [
    '<a ',
    '</',
    '. ',
    '- ',
    'ä',
  ]),
  face('whose name stands at a posting', readCompany, [' group', ' gmbh', ' and ', 'ue']),
  face('the address of a posting', readAddress, [
    'https://acme.wd1.myworkdayjobs.com/',
    '_R1',
    '-1',
    '/jobs/',
  ]),
  face('ranges of pay', readPayRanges, ['$1,000', ' - ', '120k ', '52 000 € à ']),
  face('a file of rates', readRatesFile, ['Date,USD,JPY\n', '2026-11-30,', '1.1,', 'N/A,'], isRefusal),
  face('pay of a text', (text) => readStatedPay(text, 'AT'), [
    '$1,000',
    '120k-',
    ' to ',
    'salary ',
    'EUR 3.200 ',
    ' 14x',
    '/hr ',
    '1 1 1 ',
    '(',
  ]),
  face('requisitions', readRequisitions, ['job id: ', 'ref #a1', 'requisition ']),
  face('a text that was escaped or misread', (text) => fold(mendMisread(decodeEntities(text))), [
    '&amp;',
    '&#x',
    'Ã©',
    'â€',
  ]),
  face('the occupations of a title', (text) => [occupationsIn(text), shapeOf(text)], [
    'nurse ',
    'registered ',
    '(m/w/d) ',
    'a/a/',
    '*in ',
    'pfleger',
  ]),
  face(
    'a ranking',
    (text) =>
      rank(createPool([{ title: text, text }]), { titles: [text], skills: [text], text, years: null }),
    ['nurse ', 'krankenpfleger', '.\n', 'go, '],
  ),
  face('the terms of a title', titleTerms, ['senior ', 'engineer ', '.net']),
  face('the name of a company', normalizeCompanyName, [' gmbh', ' and ', ' inc']),
  face('the look of a name', skeletonOf, ['rn', ' gmbh', 'С']),
  face('what a name could be taken for', likenessOf, ['jobs', ' jobs at', '.com', ' hr', 'career']),
  face('the domain of a company', companyDomainOf, ['www.', 'https://'], isRefusal),
  face('where a posting is', (text) => readOffer({ places: [text], workplace: null, description: '' }), [
    'Berlin, ',
    'York ',
    'remote not ',
    'Berlin-',
    '12 ',
    'in the US ',
    'San ',
  ]),
  face(
    'who may take remote work',
    (text) => readOffer({ places: [], workplace: 'remote', description: text }),
    ['must live in ', 'US only ', '. '],
  ),
  face('a wanted place', readWish, ['Berlin ', 'u k ', 'CA, ']),
  face('words', (text) => hasPhrase(wordsOf(text), ['a', 'a', 'b']), ['.net', 'r&d ', 'c++', 'c# ']),
  face('a text without accents', normalizeText, ['ß', 'İ']),
  face('a plural', singular, ['ies', 's']),
  face('a skill', parseSkill, ['c++ ', 'go ', '.net']),
  face('the skills of a text', (text) => namesOfSkills(skillVocabulary(), [text], 25), [
    'Go, ',
    'React Native ',
    'c++',
    'R, ',
    'java and ',
  ]),
  face('the places of a posting', (text) => readPlaces([text]), [
    'remote ',
    'Remote in ',
    ' (hybrid)',
    ' or',
    ' and',
    ' ,',
  ]),
  face('the way of working', workplaceOf, ['remote']),
  face('pay', (text) => [amountOf(text), periodOf(text)], ['1,000', '85k ', '$', '0\t', 'per hour ', 'bi-']),
  face('pay in parts', (text) => payOf({ minimum: text, maximum: text, currency: text, period: 'year' })),
  face('the type of a job', (text) => [employmentTypeOf(text), seniorityOf(text)], [
    'staff ',
    'staff a ',
    'lead ',
    'vice ',
    'intern',
  ]),
  face('a line', (text) => lineOf(text, 200)),
  face('a date', (text) => [instantOf(text), deadlineOf(text)], [
    '2026-01-01',
    '2026-01-01T',
    ' GMT',
    '+01:00',
  ]),
  face('the address of a board', (text) => [isBoardToken(text), boardOfLink(text, ['a.example'])], [
    'https://a.example/',
  ]),
  face('JSON of a feed', parseJson, ['{"a":', '["', '"\\', '{"a":"\n'], isRefusal),
  face(
    'a page with postings',
    (text) => postingsOf(`<html>${text}`),
    [
      '<script type="application/ld+json">',
      '<script>',
      '<script type="application/ld+json">//',
      '<template>',
      '<table><a>',
    ],
    isRefusal,
  ),
  face(
    'a feed of postings',
    (text) => readAll(adapters.job_posting, posting(text)),
    ['https://a.example/', 'remote '],
    isRefusal,
  ),
  ...Object.values(adapters).map((adapter) =>
    face(
      `a document of ${adapter.kind}`,
      (text) => readAll(adapter, text),
      ['{"jobs":[', '[{"id":', '<rss><channel>', '<item><title>a: ', '<workzag-jobs><position>'],
      isRefusal,
    ),
  ),
  face('what is pasted as a source', (text) => recognizeSource(text), [
    'https://',
    'a.b/',
    ' GmbH',
    ' & co ',
  ]),
  face('a search of Adzuna', (text) => readSearch(`gb?${text}`), ['what=a&', '?', '&']),
  face(
    'a robots.txt',
    (text) => isAllowed(readRobots(text, 'rolecall'), new URL('https://a.example/a/a/a')),
    ['User-agent: *\n', 'User-agent: *\nDisallow: /a*a*\n', 'Allow: /*$\n', '%41'],
  ),
  face('when to come back', (text) => retryAfterMs(text, 0), ['1', '2026 ', 'Mon, ']),
  face('entities of a line', decodeFeedEntities, ['&amp;', '&#', '&a', '&#x']),
  face('the words around an amount', (text) => periodOfPhrase(text, 50_000), ['per ', '/ ', 'a ']),
  face('XML', (text) => parseXml(`<a>${text}`), ['<a>', '</a>', '<![CDATA[', '&amp;', '<a b="'], isRefusal),
  {
    ...face(
      'a page with microdata',
      (text) => postingsOf(`<html><div itemscope itemtype="https://schema.org/JobPosting">${text}`),
      ['<div itemscope itemprop="a">', '<p itemprop="a b c">', '<span itemprop="description">'],
      isRefusal,
    ),
    inThread: true,
  },
  face('what is written into a page', (text) => escapeMarkup(text), ['<', '&', "'", '\ufffe']),
  face('the initials of a name', (text) => monogram(text, 'card'), ['a ', '-', 'Ä']),
  face(
    'a domain of mailboxes',
    (text) => [isFreeDomain(text), isSharedDomain(text), isRunnersMailbox(text)],
    ['uni-', '.edu', 'hr@'],
  ),
  face('what the name of a company claims', (text) => [isRefusedName(text), doubtsOf(text, 'acme.example')], [
    'verified: ',
    'acme.com ',
    ' - ',
    '。',
    'п',
  ]),
  face(
    'a posting beside one that was hidden',
    (text) => repeatsOf({ title: 'a', text })({ title: 'b', text }),
    ['a b c ', 'é '],
  ),
  face(
    'a page that leads to others',
    (text) => postingsOf(`<html>${text}`, new URL('https://a.example/jobs')),
    ['<a href="/jobs/1">', '<a href="'],
    isRefusal,
  ),
  face(
    'the page behind the link of a job',
    (text) =>
      readLinkedPage({
        bytes: new TextEncoder().encode(`<html>${text}`),
        contentType: 'text/html',
        address: 'https://a.example/jobs/1',
        title: 'Backend Engineer',
      }),
    ['<p>backend ', '<a href="/jobs/1">', '<title>', 'this job is ', '<script type="application/ld+json">'],
  ),
  face(
    'a link that leads elsewhere',
    (text) => leadsElsewhere(`https://a.example/${text}`, `https://a.example/?${text}`),
    ['a1/', '%2e/', '1'],
  ),
  face('words of a page', (text) => findClosedWords(plainWords(text)), ['’', 'ß', ' \n', 'cette offre ']),
  face(
    'a graph of references',
    (text) => postingsOf(`[{"@type":"JobPosting","a":{"@id":"b"}},{"@id":"b","c":[${text}1]}]`),
    ['{"@id":"b"},', '{"@id":"c","d":{"@id":"b"}},'],
    isRefusal,
  ),
  face(
    'a comment of Hacker News',
    (text) => readAll(adapters.hacker_news, JSON.stringify({ children: [{ id: 1, text }] })),
    [' | ', '<a ', '$1k', 'Acme (YC '],
  ),
  face('a search', readSearchWords, ['-"', 'OR ', '"a b" ', '-']),
  face('a search for a place', readPlaceWords),
];
