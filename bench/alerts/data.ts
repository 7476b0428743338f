import { type AlertConditions, alertConditionsSchema } from '@rolecall/contract';
import { occupationVocabulary } from '../../server/src/features/catalog/occupations/index.ts';
import { type SearchDocument, toDocument } from '../../server/src/features/catalog/search/index.ts';
import { madePostings, madeTitle, randomFrom } from '../search/jobs.ts';

/** Cities as postings write them, the ones with most jobs first. */
const cities =
  'London, United Kingdom|New York, NY|Berlin, Germany|Paris, France|San Francisco, CA|München, Germany|Madrid, Spain|Hamburg, Germany|Amsterdam, Netherlands|Zürich, Switzerland|Chicago, IL|Austin, TX|Toronto, Canada|Dublin, Ireland|Barcelona, Spain|Köln, Germany|Frankfurt am Main, Germany|Boston, MA|Seattle, WA|Los Angeles, CA|Wien, Austria|Lyon, France|Stuttgart, Germany|Manchester, United Kingdom|Denver, CO|Atlanta, GA|Dallas, TX|Houston, TX|Bengaluru, India|Singapore|Sydney, Australia|Melbourne, Australia|Lisbon, Portugal|Warsaw, Poland|Prague, Czechia|Stockholm, Sweden|Copenhagen, Denmark|Oslo, Norway|Helsinki, Finland|Brussels, Belgium|Genève, Switzerland|Basel, Switzerland|Bern, Switzerland|Düsseldorf, Germany|Leipzig, Germany|Nürnberg, Germany|Hannover, Germany|Bremen, Germany|Dresden, Germany|Ulm, Germany|Mannheim, Germany|Freiburg, Germany|Karlsruhe, Germany|Münster, Germany|Graz, Austria|Linz, Austria|Salzburg, Austria|Toulouse, France|Bordeaux, France|Nantes, France|Lille, France|Marseille, France|Nice, France|Strasbourg, France|Rennes, France|Valencia, Spain|Sevilla, Spain|Bilbao, Spain|Málaga, Spain|Zaragoza, Spain|Porto, Portugal|Milan, Italy|Rome, Italy|Turin, Italy|Bologna, Italy|Birmingham, United Kingdom|Leeds, United Kingdom|Bristol, United Kingdom|Edinburgh, United Kingdom|Glasgow, United Kingdom|Cambridge, United Kingdom|Oxford, United Kingdom|Cardiff, United Kingdom|Belfast, United Kingdom|Cork, Ireland|Galway, Ireland|Rotterdam, Netherlands|Utrecht, Netherlands|Eindhoven, Netherlands|Antwerp, Belgium|Ghent, Belgium|Luxembourg|Kraków, Poland|Wrocław, Poland|Budapest, Hungary|Bucharest, Romania|Athens, Greece|San Diego, CA|San Jose, CA|Sacramento, CA|Portland, OR|Phoenix, AZ|Las Vegas, NV|Salt Lake City, UT|Minneapolis, MN|Detroit, MI|Columbus, OH|Cleveland, OH|Pittsburgh, PA|Philadelphia, PA|Washington, DC|Baltimore, MD|Raleigh, NC|Charlotte, NC|Nashville, TN|Miami, FL|Tampa, FL|Orlando, FL|New Orleans, LA|Kansas City, MO|St. Louis, MO|Vancouver, Canada|Montreal, Canada|Calgary, Canada|Ottawa, Canada|Mumbai, India|Hyderabad, India|Pune, India|Tel Aviv, Israel|Dubai, United Arab Emirates|Tokyo, Japan|Hong Kong|São Paulo, Brazil|Mexico City, Mexico|Brisbane, Australia|Perth, Australia|Auckland, New Zealand|Cape Town, South Africa'.split(
    '|',
  );
const areas =
  'Germany|United Kingdom|USA|France|Spain|Switzerland|Europe|California|Bavaria|Texas|Austria|Netherlands'.split(
    '|',
  );
const skills =
  'python|java|sql|react|kubernetes|sap|excel|salesforce|aws|typescript|node.js|docker|go|c++|figma|german|french|autocad|linux|terraform'.split(
    '|',
  );
const exclusions = '-senior|-junior|-intern|-manager|-freelance|-sales|-"night shift"|-agency'.split('|');

export interface MadeAlerts {
  /** The conditions of alert `number`; the same object for those that ask the same. */
  conditionsOf(number: number): AlertConditions;
  readonly distinct: number;
}

/**
 * Alerts as people save them: a title of an occupation or a made one, by Zipf's law, often with a city, seldom with more; 15 of
 * 100 leave words out, 30 ask for pay. What many ask is drawn again and again: `count` alerts of `distinct` different ones.
 */
export function makeAlerts(count: number, distinct: number, seed = 52): MadeAlerts {
  const random = randomFrom(seed);
  const names = occupationVocabulary().occupations.flatMap(({ aliases }) => aliases.map(({ text }) => text));
  const titles = [
    ...names,
    ...Array.from({ length: 6_000 }, () => madeTitle(random).replace(' (m/w/d)', '')),
  ];
  const zipf = <Item>(items: readonly Item[], power = 1): Item => {
    const item = items[Math.floor((items.length + 1) ** (random() ** power)) - 1] ?? items[0];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
  const seen = new Set<string>();
  const made: AlertConditions[] = [];
  while (made.length < distinct) {
    const words: string[] = [];
    const kind = random();
    const title = zipf(titles, 0.7);
    if (kind < 0.7) words.push(title);
    else if (kind < 0.85) words.push(title.split(' ').at(-1) ?? title);
    else words.push(`"${title}"`);
    if (random() < 0.35) words.push(zipf(skills));
    if (random() < 0.06) words.push(`OR ${zipf(titles)}`);
    if (random() < 0.15) words.push(zipf(exclusions));
    const conditions = {
      q: words.join(' ').toLowerCase().replaceAll(' or ', ' OR ').slice(0, 200),
      ...placeFor(random, zipf),
      ...(random() < 0.2 ? { workplace: [zipf(['remote', 'hybrid', 'on_site'] as const)] } : {}),
      ...(random() < 0.25
        ? { employment_type: [zipf(['full_time', 'part_time', 'contract'] as const)] }
        : {}),
      ...(random() < 0.15 ? { seniority: [zipf(['senior', 'mid', 'junior', 'lead'] as const)] } : {}),
      ...(random() < 0.3 ? { pay_minimum: 30_000 + Math.floor(random() * 14) * 5_000 } : {}),
    };
    const key = JSON.stringify(conditions);
    if (seen.has(key)) continue;
    seen.add(key);
    made.push(alertConditionsSchema.parse(conditions));
  }
  // What is usual is asked by many; the usual ones were mostly drawn first.
  const drawn = Uint32Array.from({ length: count }, (_, number) =>
    number < distinct ? number : Math.floor((distinct + 1) ** random()) - 1,
  );
  return {
    conditionsOf: (number) => made[drawn[number] ?? 0] ?? alertConditionsSchema.parse({}),
    distinct: made.length,
  };
}

function placeFor(random: () => number, zipf: <Item>(items: readonly Item[], power?: number) => Item) {
  const kind = random();
  if (kind < 0.22) return {};
  if (kind < 0.4) return { place: zipf(areas) };
  const city = zipf(cities);
  const place = random() < 0.5 ? city : (city.split(',')[0] ?? city);
  return kind < 0.65 ? { place } : { place, within_km: zipf([25, 50, 10, 100, 200]) };
}

/** Vacancies of the same titles and cities, with texts of some hundred words. */
const names = occupationVocabulary().occupations.flatMap(({ aliases }) => aliases.map(({ text }) => text));

export function makeVacancies(count: number, seed = 53): SearchDocument[] {
  const random = randomFrom(seed);
  const zipf = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor((items.length + 1) ** random()) - 1] ?? items[0];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
  return [...madePostings(count, seed)].map((posting) =>
    toDocument([
      {
        ...posting,
        title: random() < 0.5 ? zipf(names) : posting.title,
        places: random() < 0.12 ? [zipf(cities), zipf(cities)] : [zipf(cities)],
      },
    ]),
  );
}
