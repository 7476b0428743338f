/** What amounts are paid in: data, looked up with words from outside. */

/** Currency of each country that it is stated without a name in ('$', 'kr', '12,000 a month'). */
const list =
  'USD US PR GU EC SV PA|EUR DE AT FR ES IT NL BE IE PT FI GR LU SI SK EE LV LT MT CY HR BG ME XK MC|GBP GB UK|CHF CH LI|' +
  'CAD CA|AUD AU|NZD NZ|SGD SG|HKD HK|MXN MX|COP CO|CLP CL|ARS AR|PEN PE|BRL BR|UYU UY|JPY JP|CNY CN|INR IN|PKR PK|LKR LK|' +
  'SEK SE|NOK NO|DKK DK|ISK IS|PLN PL|CZK CZ|HUF HU|RON RO|TRY TR|ILS IL|AED AE|SAR SA|QAR QA|ZAR ZA|KRW KR|TWD TW|THB TH|' +
  'MYR MY|IDR ID|PHP PH|VND VN|NGN NG|KES KE|EGP EG|MAD MA|UAH UA|RSD RS|CRC CR|DOP DO|GTQ GT';
export const currencyOfCountry: ReadonlyMap<string, string> = new Map(
  list.split('|').flatMap((entry) => {
    const [currency = '', ...countries] = entry.split(' ');
    return countries.map((country): [string, string] => [country, currency]);
  }),
);

/** Signs and words by themselves; those of several currencies are decided by the country. */
export const currencyNames: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['pounds', 'GBP'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['rs.', 'INR'],
  ['zl', 'PLN'],
  ['zł', 'PLN'],
  ['yen', 'JPY'],
  ['us$', 'USD'],
  ['usd$', 'USD'],
  ['ca$', 'CAD'],
  ['c$', 'CAD'],
  ['cad$', 'CAD'],
  ['cdn$', 'CAD'],
  ['cdn', 'CAD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['nz$', 'NZD'],
  ['s$', 'SGD'],
  ['sg$', 'SGD'],
  ['hk$', 'HKD'],
  ['mx$', 'MXN'],
  ['r$', 'BRL'],
  ['s/', 'PEN'],
  ['s/.', 'PEN'],
  ['fr', 'CHF'],
  ['fr.', 'CHF'],
  ['sfr', 'CHF'],
  ['sfr.', 'CHF'],
  ['franken', 'CHF'],
  ['dollars', 'USD'],
]);

/** Countries that write '$'. */
export const dollarCountries: ReadonlySet<string> = new Set(
  'US CA AU NZ SG HK MX CO CL AR UY EC SV PR GU TW'.split(' '),
);

/**
 * About what a euro is worth in currencies that the reference rates leave out: only to tell a wage of an hour from one of a
 * month, never shown.
 */
export const roughlyPerEuro: ReadonlyMap<string, number> = new Map([
  ['COP', 4_500],
  ['CLP', 1_050],
  ['ARS', 1_500],
  ['PEN', 4],
  ['UYU', 45],
  ['AED', 4.2],
  ['SAR', 4.3],
  ['QAR', 4.2],
  ['TWD', 35],
  ['VND', 29_000],
  ['NGN', 1_700],
  ['KES', 145],
  ['EGP', 55],
  ['MAD', 10.7],
  ['UAH', 48],
  ['RSD', 117],
  ['PKR', 320],
  ['LKR', 340],
  ['CRC', 570],
  ['DOP', 68],
  ['GTQ', 8.6],
]);

/** Where a wage buys more than the rate says, so that a month's is as small as a week's elsewhere. */
export const lowWage: ReadonlySet<string> = new Set(
  'INR PKR LKR PHP IDR VND NGN KES EGP MXN COP CLP ARS PEN BRL UAH MAD CRC DOP GTQ'.split(' '),
);

/** Where pay without a period is for a year or an hour, and never for a month. */
export const yearlyCountries: ReadonlySet<string> = new Set('US CA GB UK AU NZ IE'.split(' '));
