import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInKm, isEligible, isOffered, readPlaces, readWish } from './index.ts';

/** Places as 'name, region, country', with what else is said. */
function read(text: string, country?: string): string {
  const { places, workplace, scope } = readPlaces(text, { country });
  const named = places.map(({ name, place }) =>
    [...new Set([name, place.regionName, place.country])].filter((part) => part !== null).join(', '),
  );
  return [
    named.join(' & '),
    ...(workplace === null ? [] : [workplace]),
    ...(scope === null ? [] : [`for ${scope.join(' ')}`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

describe('places', () => {
  it.each([
    ['Austin, TX (not remote)', 'Austin, Texas, US; on_site'],
    ['Remote: no, Denver CO', 'Denver, Colorado, US; on_site'],
    ['Leipzig, kein Homeoffice', 'Leipzig, Saxony, DE; on_site'],
    ['Remoto - Brasil', 'remote; for BR'],
    ['Télétravail', 'remote'],
    ['Homeoffice', 'remote'],
    ['Remote - EMEA', 'remote; for EMEA'],
    ['NYC / SF / Remote', 'New York City, New York, US & San Francisco, California, US; remote'],
    ['US-TX-Austin', 'Austin, Texas, US'],
    ['Berlin, Hamburg, München', 'Berlin, DE & Hamburg, DE & Munich, Bavaria, DE'],
    ['London, ON', 'London, Ontario, CA'],
    ['Boston, New York', 'Boston, Massachusetts, US & New York City, New York, US'],
    ['Springfield, VA', 'Springfield, Virginia, US'],
    ['Milano (MI)', 'Milan, Lombardy, IT'],
    ['Frankfurt (Oder)', 'Frankfurt (Oder), Brandenburg, DE'],
    ['Hauptstraße 5, 10115 Berlin', 'Berlin, DE'],
    ['2 Standorte', ''],
    ['Remote (EST hours)', 'remote'],
    ['Remote (EU or EEA)', 'remote; for EU EEA'],
    ['MÃ¼nchen', 'Munich, Bavaria, DE'],
    ['Berlin-Kreuzberg', 'Berlin, DE'],
    ['constructor', ''],
  ])('of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('are those of the employer’s country where there are several', () => {
    expect(read('Cambridge', 'US')).toBe('Cambridge, Massachusetts, US');
    expect(read('Cambridge', 'United Kingdom')).toBe('Cambridge, England, GB');
    expect(read('Georgia', 'GE')).toBe('Georgia, GE');
    expect(readPlaces('Cambridge').places[0]?.unsure).toBe(true);
    expect(readPlaces('Berlin').places[0]?.unsure).toBe(false);
  });

  it.each([
    ['This role is remote. You must live in the United States.', 'remote; for US'],
    ['Die Stelle ist remote, nur in Deutschland.', 'remote; for DE'],
    [
      'We serve customers in Paris and Rome. You work in our Madrid office.',
      'Madrid, Madrid Autonomous Community, ES',
    ],
    [
      'Deux jours de télétravail par semaine, notre bureau est à Lyon.',
      'Lyon, Auvergne-Rhône-Alpes, FR; hybrid',
    ],
    ['Our founders met at the Bank of America before we moved into AI.', ''],
  ])('of sentences: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes anything without an error', () => {
    const word = fc.constantFrom(
      'Berlin',
      'TX',
      'remote',
      'only',
      ',',
      '-',
      '(',
      '/',
      'in',
      'York',
      '\n',
      'ß',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const wish = readWish(text);
          if (wish !== null) isOffered(wish, readPlaces(text));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a wanted place', () => {
  const accepts = (wanted: string, offered: string) => {
    const wish = readWish(wanted);
    return wish !== null && isOffered(wish, readPlaces(offered));
  };

  it.each([
    ['Germany', 'Berlin, DE'],
    ['Germany', 'Munich, DEU'],
    ['USA', 'Austin, TX'],
    ['California', 'San Jose, CA'],
    ['Berlin', 'Berlin-Kreuzberg'],
    ['München', 'Munich, Bavaria, Germany'],
    ['Europe', 'Lyon, France'],
    ['DACH', 'Wien'],
    ['Rhein-Main-Gebiet', 'Mainz'],
    ['Bay Area', 'Oakland, CA'],
    ['Cambridge', 'Cambridge, MA'],
    ['Springfield, VA', 'Springfield, Virginia'],
    ['Virginia', 'Springfield, VA'],
    ['Kleinkleckersdorf', 'Kleinkleckersdorf'],
  ])('%s has %s', (wanted, offered) => {
    expect(accepts(wanted, offered)).toBe(true);
  });

  it.each([
    ['York, United Kingdom', 'New York, NY'],
    ['York', 'New York, NY'],
    ['Mexico', 'Santa Fe, New Mexico'],
    ['London', 'New London, CT'],
    ['London, UK', 'London, ON, Canada'],
    ['Paris, France', 'Paris, Texas'],
    ['Jersey', 'Newark, New Jersey'],
    ['Wales', 'Sydney, New South Wales'],
    ['Guinea', 'Port Moresby, Papua New Guinea'],
    ['Columbia, SC', 'Vancouver, British Columbia'],
    ['Berlin', 'Germany'],
    ['Kleinkleckersdorf, Germany', 'Berlin, Germany'],
    ['Georgia, US', 'Tbilisi, Georgia'],
  ])('%s has not %s', (wanted, offered) => {
    expect(accepts(wanted, offered)).toBe(false);
  });

  it.each<[string, string[], boolean]>([
    ['Berlin', ['US'], false],
    ['Germany', ['US'], false],
    ['Berlin', ['EMEA'], true],
    ['Austin, TX', ['US-CA', 'US-TX'], true],
    ['Austin, TX', ['US-CA'], false],
    ['USA', ['US-CA'], true],
    ['Europe', ['ES'], true],
    ['Asgard', ['US'], true],
  ])('of somebody in %s may be for %j: %s', (wanted, scope, expected) => {
    const wish = readWish(wanted);
    expect(wish !== null && isEligible(wish, scope)).toBe(expected);
  });
});

it('knows how far places are from each other', () => {
  const point = (text: string) => readPlaces(text).places[0]?.place ?? { latitude: null, longitude: null };
  expect(distanceInKm(point('Ulm'), point('Stuttgart'))).toBeCloseTo(73, -1);
  expect(distanceInKm(point('Ulm'), point('Germany'))).toBeNull();
});
