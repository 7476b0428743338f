/** Parts of the world that have no code, and the countries in them. */
const list: readonly (readonly [name: string, otherNames: string, countries: string])[] = [
  [
    'EU',
    'European Union|Europäische Union|Union européenne|Unión Europea|UE|within the EU',
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  ],
  [
    'EEA',
    'European Economic Area|EWR|EEE',
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK',
  ],
  [
    'Europe',
    'Europa|European|europaweit|Europe-wide|Western Europe|Continental Europe',
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA XK',
  ],
  ['DACH', 'D-A-CH|DACH Region|DACH-Raum|German-speaking countries', 'DE AT CH'],
  ['Benelux', '', 'BE NL LU'],
  ['Nordics', 'Nordic countries|Nordic', 'DK FI IS NO SE'],
  ['Scandinavia', 'Skandinavien|Scandinavie|Escandinavia', 'DK NO SE'],
  ['Baltics', 'Baltikum|Baltic states', 'EE LT LV'],
  [
    'CEE',
    'Eastern Europe|Central and Eastern Europe|Osteuropa|Central Europe',
    'BG CZ EE HR HU LT LV PL RO RS SI SK UA MD BY',
  ],
  [
    'EMEA',
    '',
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA XK TR IL AE SA QA KW BH OM JO LB IQ EG MA DZ TN LY ZA NG KE GH ET UG TZ RW SN CI CM ZM ZW AO MZ BW NA MU',
  ],
  ['MENA', '', 'AE SA QA KW BH OM JO LB IQ EG MA DZ TN LY IL'],
  ['Middle East', 'Naher Osten|Moyen-Orient|Oriente Medio', 'AE SA QA KW BH OM JO LB IQ IL'],
  ['Africa', 'Afrika|Afrique', 'ZA NG KE GH ET UG TZ RW SN CI CM ZM ZW AO MZ BW NA MU EG MA DZ TN LY'],
  [
    'APAC',
    'Asia Pacific|Asia-Pacific|Asien-Pazifik|Asie-Pacifique|Asia-Pacífico',
    'AU NZ JP KR CN TW HK MO SG MY TH VN PH ID IN PK BD LK NP KH LA MM MN BN',
  ],
  ['Asia', 'Asien|Asie', 'JP KR CN TW HK MO SG MY TH VN PH ID IN PK BD LK NP KH LA MM MN BN KZ UZ'],
  ['Southeast Asia', 'South East Asia|SEA region', 'SG MY TH VN PH ID KH LA MM BN'],
  ['ANZ', 'Australia and New Zealand', 'AU NZ'],
  [
    'LATAM',
    'Latin America|Lateinamerika|Amérique latine|América Latina|Latinoamérica|LatAm|Latam',
    'MX AR BR CL CO PE UY PY BO EC VE CR PA GT HN NI SV DO CU PR',
  ],
  ['South America', 'Südamerika|Amérique du Sud|América del Sur|Sudamérica', 'AR BR CL CO PE UY PY BO EC VE'],
  ['Central America', 'Mittelamerika|Centroamérica', 'CR PA GT HN NI SV BZ'],
  ['North America', 'Nordamerika|Amérique du Nord|América del Norte|Norteamérica|NORAM|NAMER', 'US CA MX'],
  ['Americas', 'AMER|the Americas', 'US CA MX AR BR CL CO PE UY PY BO EC VE CR PA GT HN NI SV DO'],
];

/** The countries of each part of the world by the name that `scope` has for it. */
export const countriesOfAreas: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  list.map(([name, , countries]) => [name, new Set(countries.split(' '))]),
);

/** Each way to write them, with the name in `scope`. */
export const areaNames: readonly (readonly [string, string])[] = list.flatMap(([name, others]) =>
  [name, ...others.split('|')].filter((each) => each !== '').map((each): [string, string] => [each, name]),
);

/** Metropolitan areas by the city in their middle; `named`: they go by their own name. */
export const metropolitanAreas: readonly (readonly [
  names: string,
  city: string,
  country: string,
  named?: string,
])[] = [
  [
    'San Francisco Bay Area|SF Bay Area|Bay Area|SF Bay|Greater San Francisco',
    'San Francisco',
    'US',
    'San Francisco Bay Area',
  ],
  ['Silicon Valley|South Bay', 'San Jose', 'US'],
  [
    'Dallas-Fort Worth Metroplex|Dallas-Fort Worth|Dallas Fort Worth|Dallas/Fort Worth|DFW|DFW Metroplex',
    'Dallas',
    'US',
  ],
  [
    'Tri-State Area|New York Metro|NYC Metro|New York Metropolitan Area|Greater New York City',
    'New York City',
    'US',
  ],
  ['DMV|DC Metro|Washington DC Metro|DC Area|Washington DC Area|National Capital Region', 'Washington', 'US'],
  ['Research Triangle|Research Triangle Park|RTP', 'Durham', 'US'],
  ['Twin Cities|Minneapolis-St. Paul|Minneapolis St Paul', 'Minneapolis', 'US'],
  ['Southern California|SoCal|Orange County', 'Los Angeles', 'US'],
  ['South Florida', 'Miami', 'US'],
  ['Chicagoland', 'Chicago', 'US'],
  ['Metro Vancouver|Lower Mainland', 'Vancouver', 'CA'],
  ['GTA|Greater Toronto Area', 'Toronto', 'CA'],
  ['Greater London|City of London|Central London|Canary Wharf|Shoreditch', 'London', 'GB'],
  ['Thames Valley', 'Reading', 'GB'],
  [
    'Rhein-Main-Gebiet|Rhein-Main|Rhein Main|Rhine-Main|Rhein-Main-Region|Frankfurt/Rhein-Main|Frankfurt Rhein-Main',
    'Frankfurt am Main',
    'DE',
  ],
  ['Rhein-Neckar|Rhein-Neckar-Kreis|Metropolregion Rhein-Neckar', 'Mannheim', 'DE'],
  ['Ruhrgebiet|Ruhr Area|Ruhrpott|Rhein-Ruhr', 'Essen', 'DE'],
  ['Rheinland', 'Köln', 'DE'],
  ['Bodensee|Bodenseeregion', 'Konstanz', 'DE'],
  ['La Défense|Paris La Défense|Grand Paris|Petite couronne|Paris et petite couronne', 'Paris', 'FR'],
  ['Sophia Antipolis', 'Antibes', 'FR'],
  ['Randstad', 'Amsterdam', 'NL'],
  ['NCR', 'Delhi', 'IN'],
  ['Metro Manila', 'Manila', 'PH'],
  ['Area Metropolitana de Buenos Aires|AMBA|CABA|Capital Federal', 'Buenos Aires', 'AR'],
];
