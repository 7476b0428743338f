/** Who posts: a made-up employer with the sentences that stand in all of its postings. */
export interface Employer {
  readonly id: string;
  readonly language: 'en' | 'de' | 'fr' | 'es';
  /** The word of its names that another made-up employer has another one for. */
  readonly core: string;
  readonly name: string;
  /** Names under which other boards have it. */
  readonly otherNames: readonly string[];
  readonly about: string;
  readonly closing: string;
  /** The two in another language, as boards abroad show them. */
  readonly aboutAbroad: string;
  readonly closingAbroad: string;
  readonly cities: readonly string[];
  /** Cities in another country. */
  readonly abroad: readonly string[];
  readonly trades: readonly string[];
}

export const employers: readonly Employer[] = [
  {
    id: 'northlake',
    language: 'en',
    core: 'Northlake',
    name: 'Northlake Commerce, Inc.',
    otherNames: ['Northlake Commerce', 'NORTHLAKE COMMERCE INC', 'Northlake Commerce Incorporated'],
    about:
      'Northlake Commerce helps 90,000 independent shops sell online and on the street. Founded in 2011 by two brothers who ran a bicycle shop, we are 1,400 people in nine offices. We believe that small shops make streets worth walking.',
    closing:
      'Northlake Commerce is an equal opportunity employer. We consider all qualified applicants without regard to race, color, religion, sex, sexual orientation, gender identity, national origin, disability or veteran status. We offer medical, dental and vision insurance, a 401(k) match, sixteen weeks of parental leave and 25 days off. If you need an accommodation during the process, write to us and we will arrange it.',
    aboutAbroad:
      'Northlake Commerce hilft 90.000 unabhängigen Läden, online und auf der Straße zu verkaufen. 2011 von zwei Brüdern mit einem Fahrradladen gegründet, sind wir heute 1.400 Menschen in neun Büros.',
    closingAbroad:
      'Northlake Commerce fördert Chancengleichheit. Wir berücksichtigen alle geeigneten Bewerbungen unabhängig von Herkunft, Religion, Geschlecht, Identität oder Behinderung. Wir bieten Krankenversicherung, Altersvorsorge, sechzehn Wochen Elternzeit und 25 Tage Urlaub.',
    cities: ['Chicago, IL', 'Austin, TX', 'Denver, CO', 'Minneapolis, MN'],
    abroad: ['Toronto, ON, Canada', 'Dublin, Ireland', 'London, United Kingdom'],
    trades: ['backend', 'product', 'sales', 'data'],
  },
  {
    id: 'harbor',
    language: 'en',
    core: 'Harbor',
    name: 'Harbor Point Health',
    otherNames: ['Harbor Point Health LLC', 'Harbor Point Health, Inc.', 'harbor point health'],
    about:
      'Harbor Point Health runs eleven hospitals and forty clinics along the coast. For sixty years neighbours have come to us on their best days and on their worst. Magnet recognition since 2009.',
    closing:
      'We take care of those who care: tuition up to $8,000 a year, shift differentials, a pension plan, and child care at the main campus. Harbor Point Health requires a background check and proof of vaccination. EOE, including disability and veterans.',
    aboutAbroad:
      'Harbor Point Health opera once hospitales y cuarenta clínicas a lo largo de la costa. Desde hace sesenta años los vecinos acuden a nosotros en sus mejores días y en los peores.',
    closingAbroad:
      'Cuidamos a quienes cuidan: ayuda para estudios de hasta 8.000 dólares al año, pluses de turno, plan de pensiones y guardería en el campus principal. Se exige verificación de antecedentes y prueba de vacunación.',
    cities: ['Jacksonville, FL', 'Savannah, GA', 'Charleston, SC', 'Orlando, FL'],
    abroad: ['Halifax, NS, Canada', 'Perth, Australia'],
    trades: ['nurse', 'data'],
  },
  {
    id: 'crate',
    language: 'en',
    core: 'Crate',
    name: 'Crate & Lane Logistics Ltd',
    otherNames: ['Crate and Lane Logistics', 'Crate & Lane Logistics Limited', 'CRATE & LANE LOGISTICS'],
    about:
      'Crate & Lane moves goods for retailers from 26 sites. We own our trucks and employ our people, and we promote from the floor: half of our site managers began on it.',
    closing:
      'Weekly pay, paid breaks, free parking and a canteen that is open at night. After ninety days you join the pension scheme. Crate & Lane treats everybody with respect and does not tolerate discrimination of any kind.',
    aboutAbroad:
      'Crate & Lane transporte les marchandises des enseignes depuis 26 sites. Nous possédons nos camions et employons nos équipes, et la moitié de nos chefs de site ont commencé sur le terrain.',
    closingAbroad:
      'Paie à la semaine, pauses payées, parking gratuit et cantine ouverte la nuit. Après quatre-vingt-dix jours, vous rejoignez le plan de retraite. Aucune discrimination n’est tolérée.',
    cities: ['Leeds, United Kingdom', 'Coventry, United Kingdom', 'Bristol, UK', 'Doncaster, UK'],
    abroad: ['Columbus, OH', 'Rotterdam, Netherlands'],
    trades: ['warehouse', 'mechanic'],
  },
  {
    id: 'alder',
    language: 'en',
    core: 'Alder',
    name: 'Alder Whitfield LLP',
    otherNames: ['Alder Whitfield', 'Alder Whitfield, L.L.P.'],
    about:
      'Alder Whitfield is a law firm of 130 attorneys with offices in three states. We try cases, and our clients stay: the oldest has been with us since 1948.',
    closing:
      'We offer a lockstep salary, a true sabbatical after five years and pro bono hours that count in full. Applications from people of all backgrounds are welcome.',
    aboutAbroad:
      'Alder Whitfield ist eine Kanzlei mit 130 Anwältinnen und Anwälten an drei Standorten. Wir führen Prozesse, und unsere Mandanten bleiben.',
    closingAbroad:
      'Wir bieten ein Gehalt nach Stufen, ein echtes Sabbatical nach fünf Jahren und Pro-bono-Stunden, die voll zählen.',
    cities: ['Portland, OR', 'Seattle, WA', 'Boise, ID'],
    abroad: ['Vancouver, BC, Canada'],
    trades: ['lawyer'],
  },
  {
    id: 'marienstift',
    language: 'de',
    core: 'Auental',
    name: 'Marienstift Auental gGmbH',
    otherNames: [
      'Marienstift Auental',
      'Marienstift Auental gemeinnützige GmbH',
      'MARIENSTIFT AUENTAL GGMBH',
    ],
    about:
      'Das Marienstift Auental pflegt und heilt seit 1896. Zu uns gehören zwei Krankenhäuser, vier Seniorenzentren und eine Pflegeschule mit zusammen 2.100 Mitarbeitenden.',
    closing:
      'Wir bieten eine Vergütung nach AVR mit Jahressonderzahlung und betrieblicher Altersversorgung, 31 Tage Urlaub, ein Jobrad und Plätze in der Betriebskita. Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt. Bewirb dich online oder ruf die Pflegedirektion an.',
    aboutAbroad:
      'Marienstift Auental has nursed and healed since 1896. Two hospitals, four homes for the elderly and a school of nursing with 2,100 employees belong to us.',
    closingAbroad:
      'We pay by the AVR scale with a yearly bonus and a pension, 31 days of holiday, a leased bicycle and places in our nursery. Apply online or call the director of nursing.',
    cities: ['Ulm', 'Heidenheim', 'Aalen', 'Göppingen'],
    abroad: ['Salzburg, Österreich', 'St. Gallen, Schweiz'],
    trades: ['pflege'],
  },
  {
    id: 'brandt',
    language: 'de',
    core: 'Brandt',
    name: 'Brandt & Söhne GmbH & Co. KG',
    otherNames: ['Brandt und Soehne GmbH & Co. KG', 'Brandt & Söhne', 'BRANDT & SÖHNE GmbH & Co KG'],
    about:
      'Brandt & Söhne ist ein Familienunternehmen in vierter Generation mit 640 Beschäftigten. Wir investieren Gewinne in den Betrieb und nicht in Berater.',
    closing:
      'Dich erwarten ein unbefristeter Vertrag, 30 Tage Urlaub, Urlaubs- und Weihnachtsgeld, Arbeitskleidung und ein Obstkorb, über den niemand redet. Deine Bewerbung geht direkt an Frau Kessler, ein Lebenslauf genügt.',
    aboutAbroad:
      'Brandt & Söhne is a family business in its fourth generation with 640 employees. We put profits into the company and not into consultants.',
    closingAbroad:
      'A permanent contract, 30 days of holiday, holiday and Christmas pay and work clothes await you. Your application goes to Ms Kessler; a CV is enough.',
    cities: ['Bielefeld', 'Kassel', 'Münster', 'Dortmund'],
    abroad: ['Linz, Österreich', 'Zürich'],
    trades: ['verkauf', 'elektro', 'entwickler'],
  },
  {
    id: 'hydrelis',
    language: 'fr',
    core: 'Hydrélis',
    name: 'Hydrélis SAS',
    otherNames: ['HYDRELIS', 'Hydrelis S.A.S.', 'Hydrélis'],
    about:
      'Hydrélis est une entreprise indépendante de 850 personnes, née à Grenoble en 1974. Nos équipes travaillent pour l’eau, l’énergie et les transports dans vingt pays.',
    closing:
      'Nous vous proposons un treizième mois, l’intéressement, onze jours de RTT, une mutuelle prise en charge à 70 % et deux jours de télétravail. Nos postes sont ouverts aux personnes en situation de handicap. Merci d’envoyer votre CV ; une lettre n’est pas nécessaire.',
    aboutAbroad:
      'Hydrélis is an independent company of 850 people, born in Grenoble in 1974. Our teams work for water, energy and transport in twenty countries.',
    closingAbroad:
      'We offer a thirteenth month, profit sharing, eleven days off, health insurance and two days of remote work. Positions are open to people with disabilities.',
    cities: ['Grenoble', 'Lyon', 'Nantes', 'Toulouse'],
    abroad: ['Liège, Belgique', 'Lausanne, Suisse'],
    trades: ['mecanique', 'comptable'],
  },
  {
    id: 'levante',
    language: 'es',
    core: 'Levante',
    name: 'Grupo Levante Sabor, S.L.',
    otherNames: ['Grupo Levante Sabor', 'GRUPO LEVANTE SABOR SL', 'Grupo Levante Sabor S.L'],
    about:
      'Grupo Levante Sabor lleva la mesa mediterránea a hoteles, colegios y mercados desde 1988. Somos una empresa valenciana de 2.300 personas y crecemos sin prisa.',
    closing:
      'Ofrecemos contrato indefinido, convenio de hostelería mejorado, seguro médico y formación en nuestra escuela. Creemos en la igualdad de oportunidades. Envía tu currículum y te llamamos en una semana.',
    aboutAbroad:
      'Grupo Levante Sabor has brought Mediterranean food to hotels, schools and markets since 1988. We are a company of 2,300 people from Valencia.',
    closingAbroad:
      'We offer a permanent contract, pay above the agreement, medical insurance and training at our own school. Send us your CV and we call within a week.',
    cities: ['Valencia', 'Alicante', 'Murcia', 'Castellón de la Plana'],
    abroad: ['Oporto, Portugal', 'Perpiñán, Francia'],
    trades: ['cocina', 'logistica'],
  },
];

const beginnings = 'Bel Cor Dal Fen Gar Hol Jun Kel Lor Mar Nor Os Per Quin Ros Sel Tor Ur Vel Wes'.split(
  ' ',
);
const ends = 'adin bruck calder dorn eron field gate hurst inga jord kamp lund mere nath orel pont'.split(
  ' ',
);

/** An employer like this one under another name; each number gives another. */
export function renamed(employer: Employer, number: number): Employer {
  const coined = `${beginnings[number % beginnings.length]}${ends[Math.floor(number / beginnings.length) % ends.length]}`;
  const plain = employer.core.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const rename = (text: string): string =>
    [employer.core, plain].reduce(
      (renamedText, core) =>
        renamedText
          .replaceAll(core, coined)
          .replaceAll(core.toUpperCase(), coined.toUpperCase())
          .replaceAll(core.toLowerCase(), coined.toLowerCase()),
      text,
    );
  return {
    ...employer,
    id: coined.toLowerCase(),
    core: coined,
    name: rename(employer.name),
    otherNames: employer.otherNames.map(rename),
    about: rename(employer.about),
    closing: rename(employer.closing),
    aboutAbroad: rename(employer.aboutAbroad),
    closingAbroad: rename(employer.closingAbroad),
  };
}
