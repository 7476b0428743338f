import { describe, expect, it, test } from 'vitest';
import { payEvaluator, payLawOf, readStatedPay } from './index.ts';
import { readRatesFile } from './rates.ts';
import { readPay } from './reading.ts';

const read = (text: string, country: string | null = 'US'): string => {
  const pay = readPay(text, country);
  return pay === null
    ? 'nothing'
    : `${pay.minimum ?? ''}..${pay.maximum ?? ''} ${pay.currency} ${pay.period}${pay.stated ? '' : ' predicted'}`;
};

describe('pay in texts', () => {
  test.each([
    ['Pay: $118–149k', 'US', '118000..149000 USD year'],
    ['$700–$3k a week', 'US', '700..3000 USD week'],
    ['The range is $121,684—$244,644.', 'US', '121684..244644 USD year'],
    ['Pay: 26.038 to 29.846 an hour', 'US', '26.038..29.846 USD hour'],
    ['Lohn: CHF 91’000 – 104’000', 'CH', '91000..104000 CHF year'],
    ['ab € 2.410,– brutto, 14 Mal im Jahr', 'AT', '2410.. EUR month'],
    ['Salary up to £52,000, 2,080 hours a year', 'GB', '..52000 GBP year'],
    ['CTC 7-11 LPA', 'IN', '700000..1100000 INR year'],
    ['Sueldo de $14,000 a $16,500 mensuales', 'MX', '14000..16500 MXN month'],
    ['Rémunération : 31-37 K€ selon profil', 'FR', '31000..37000 EUR year'],
    ['Estimated salary (Glassdoor est.): $66K - $81K', 'US', '66000..81000 USD year predicted'],
  ])('%s', (text, country, expected) => {
    expect(read(text, country)).toBe(expected);
  });

  test.each([
    'DOE, plus equity of 0.1–0.5 %',
    'Sign-on bonus of $5,000 and up to $12,000 for relocation',
    '401k match up to $3,500',
    'We grew to $48M ARR with 210 people',
    'Manage a budget of $250,000 to $400,000',
    'Zuschuss von 60 € im Monat, Prämie bis 2.000 €',
    '€€€ Bezahlung über Tarif €€€',
    'Ref. 90000-120000, +49 30 901820, 31/12/2026, 40h',
  ])('%s says nothing of pay', (text) => {
    expect(read(text, 'DE')).toBe('nothing');
  });

  it('tells the base from the total, and joins what is said of several places', () => {
    expect(read('OTE $160,000, of which $80,000 base')).toBe('80000..80000 USD year');
    expect(
      read('Berlin: 60.000 € – 70.000 € Jahresgehalt. München: 66.000 € – 78.000 € Jahresgehalt.', 'DE'),
    ).toBe('60000..78000 EUR year');
  });

  it('says whether it is before taxes and how often it is paid', () => {
    expect(readPay('Monatsgehalt 2.900 € brutto, 14 Gehälter', 'AT')).toMatchObject({
      gross: true,
      months: 14,
    });
    expect(readPay('1.350 € netos al mes', 'ES')).toMatchObject({ gross: false, months: null });
  });

  it('is stored in whole units with the words that say it, and an estimate is not', () => {
    expect(readStatedPay('We pay $21.50 per hour.', 'US')).toEqual({
      pay: { minimum: 22, maximum: 22, currency: 'USD', period: 'hour' },
      reading: { evidence: 'We pay $21.50 per hour', gross: null, months: null },
    });
    expect(readStatedPay('Predicted salary: £31,000', 'GB')).toBeNull();
  });

  it('is measured from outside, with nulls where there is none', async () => {
    const [none] = [...(await payEvaluator.evaluate([{ id: 'a', text: 'Competitive' }]))];
    expect(none).toMatchObject({
      id: 'a',
      minimum: null,
      maximum: null,
      currency: null,
      period: null,
      stated: null,
    });
  });
});

describe('the law that asks for pay', () => {
  const day = (date: string) => new Date(`${date}T12:00:00Z`);

  it('is that of the place, from its day on; one that asks for it in the posting goes before', () => {
    expect(payLawOf(['US-CO', 'US'], day('2026-11-30'))).toEqual({
      place: 'US-CO',
      region_name: 'Colorado',
      duty: 'in_posting',
      since: '2021-01-01',
      employees: null,
    });
    expect(payLawOf(['US-TX', 'US'], day('2026-11-30'))).toBeNull();
    expect(payLawOf(['DE-BE', 'DE'], day('2026-06-06'))).toBeNull();
    expect(payLawOf(['DE-BE', 'DE'], day('2026-06-07'))).toMatchObject({
      place: 'DE',
      duty: 'before_interview',
    });
    expect(payLawOf(['DE', 'AT'], day('2026-11-30'))).toMatchObject({ place: 'AT', duty: 'in_posting' });
  });
});

describe('a file of reference rates', () => {
  const quoted = 'USD, JPY, CHF, GBP, SEK, PLN';

  it('gives its newest day', () => {
    expect(
      readRatesFile(`Date, ${quoted}, \n30 November 2026, 1.1, 170.5, 0.93, 0.86, 11.1, 4.2, \n`),
    ).toMatchObject({
      date: '2026-11-30',
    });
    const history = `Date,USD,JPY,CHF,GBP,SEK,PLN,RUB,\n2026-11-27,1.2,171,0.93,0.86,11.1,4.2,N/A,\n2026-11-30,1.1,170.5,0.93,0.86,11.1,4.2,N/A,\n`;
    const { date, perEuro } = readRatesFile(history);
    expect([date, perEuro.get('USD'), perEuro.get('EUR'), perEuro.has('RUB')]).toEqual([
      '2026-11-30',
      1.1,
      1,
      false,
    ]);
  });

  test.each([
    ['another file', 'a;b\n1;2'],
    ['no days', `Date, ${quoted}\n`],
    ['a line without a day', `Date, ${quoted}\nyesterday, 1, 1, 1, 1, 1, 1`],
    ['a rate that is none', `Date, ${quoted}\n2026-11-30, 1.1, -3, 1, 1, 1, 1`],
    ['too few of them', 'Date, USD\n2026-11-30, 1.1'],
  ])('is refused for %s', (_name, text) => {
    expect(() => readRatesFile(text)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
