import type { Draft, Family, Variation } from './posting.ts';

interface Entry {
  readonly kind: string;
  readonly same: boolean;
  readonly draft: Partial<Draft>;
}

/** A family whose further postings differ from the first in what is named. All of these are hard. */
function family(name: string, original: Draft, entries: readonly Entry[]): Family {
  const variations: Variation[] = entries.map(({ kind, same, draft }, index) => ({
    kind,
    same,
    hard: true,
    draft: {
      ...original,
      url: `https://jobs.example.net/${encodeURIComponent(name)}/${index + 2}`,
      ...draft,
    },
  }));
  return { name, original, variations };
}

const at = (name: string): string => `https://careers.example.com/${encodeURIComponent(name)}/1`;

/** Families written one by one. */
export const handWritten: readonly Family[] = [
  family(
    'senior backend bolt',
    {
      title: 'Senior Backend Engineer (m/w/d)',
      company: 'Boltwerk GmbH',
      location: 'Berlin, Germany',
      description:
        'Boltwerk builds the operating system of workshops. You extend our order service in Elixir, take part in on-call every sixth week and bring our event store to a second region. We ask for five years with functional languages and for somebody who enjoys talking to mechanics. Our office is in Kreuzberg; two days from home are fine.',
      url: at('bolt'),
    },
    [
      {
        kind: 'abbreviated level',
        same: true,
        draft: { title: 'Sr. Backend Engineer', company: 'Boltwerk' },
      },
      {
        kind: 'hyphen in the title',
        same: true,
        draft: { title: 'Senior Back-End Engineer', location: 'Berlin' },
      },
      { kind: 'without the level', same: false, draft: { title: 'Backend Engineer' } },
      { kind: 'staff instead of senior', same: false, draft: { title: 'Staff Backend Engineer' } },
      {
        kind: 'same title, another text',
        same: false,
        draft: {
          description:
            'Our marketplace for spare parts has outgrown its first database. You split the monolith along its catalogues, choose what becomes a service and what stays, and measure whether it was worth it. Ruby and Postgres today, Java where it pays. You have led such a change before and know what you would not repeat.',
        },
      },
    ],
  ),
  family(
    'ingenieur valmeca',
    {
      title: 'INGENIEUR MECANIQUE H/F',
      company: 'Valmeca Industries',
      location: 'Saint-Étienne',
      description:
        'Valmeca fabrique des presses pour la plasturgie. Rattaché au responsable du bureau d’études, vous concevez des outillages sous SolidWorks, suivez les sous-traitants et participez aux mises en service chez nos clients. Issu d’une école d’ingénieurs, vous avez trois ans d’expérience des machines spéciales.',
      url: at('valmeca'),
    },
    [
      { kind: 'accents and case of the title', same: true, draft: { title: 'Ingénieur mécanique (H/F)' } },
      {
        kind: 'accents lost everywhere',
        same: true,
        draft: {
          title: 'Ingenieur mecanique',
          company: 'VALMECA INDUSTRIES SAS',
          location: 'Saint-Etienne (42)',
          description:
            'Valmeca fabrique des presses pour la plasturgie. Rattache au responsable du bureau d etudes, vous concevez des outillages sous SolidWorks, suivez les sous-traitants et participez aux mises en service chez nos clients. Issu d une ecole d ingenieurs, vous avez trois ans d experience des machines speciales.',
        },
      },
      { kind: 'intern', same: false, draft: { title: 'Stagiaire ingénieur mécanique' } },
      { kind: 'apprentice', same: false, draft: { title: 'Ingénieur mécanique en alternance' } },
    ],
  ),
  family(
    'klinik tannenhof',
    {
      title: 'Medizinische Fachangestellte (m/w/d)',
      company: 'Klinik Tannenhof gGmbH',
      location: 'Freiburg im Breisgau',
      description:
        'Für unsere orthopädische Ambulanz suchen wir Unterstützung an der Anmeldung und im Gipsraum. Sie planen Termine, bereiten Injektionen vor und rechnen nach EBM und GOÄ ab. Eine abgeschlossene Ausbildung setzen wir voraus, Berufsanfänger sind willkommen.',
      url: at('tannenhof'),
    },
    [
      {
        kind: 'without the legal form',
        same: true,
        draft: { company: 'Klinik Tannenhof', location: 'Freiburg' },
      },
      {
        kind: 'abbreviated title',
        same: true,
        draft: { title: 'MFA / Medizinische Fachangestellte (w/m/d)' },
      },
      {
        kind: 'another ward',
        same: false,
        draft: {
          description:
            'In der Dialyse betreuen Sie täglich achtzehn Patienten an der Maschine, legen Zugänge unter Aufsicht und halten die Wasseraufbereitung im Blick. Schulungen an den Geräten machen wir im Haus. Früh- und Spätdienst im Wechsel, sonntags frei.',
        },
      },
      {
        kind: 'part time against full time',
        same: false,
        draft: { title: 'Medizinische Fachangestellte (m/w/d) in Teilzeit 50 %' },
      },
    ],
  ),
  family(
    'confidential scientist',
    {
      title: 'Data Scientist',
      company: 'Confidential',
      location: 'Orlando, FL',
      description:
        'A regional hospital system seeks a data scientist to forecast bed demand and to support the quality department with dashboards of infections and falls. SAS or R, SQL, and a clinical vocabulary.',
      url: at('confidential'),
    },
    [
      {
        kind: 'unnamed employer: another industry and city',
        same: false,
        draft: {
          location: 'Houston, TX',
          description:
            'Oil and gas operator looks for a data scientist to model well logs and to optimise artificial lift in the Permian. Python, domain knowledge of petrophysics and some field visits.',
        },
      },
      {
        kind: 'unnamed employer: list without texts',
        same: false,
        draft: { location: 'Houston, TX', description: '' },
      },
    ],
  ),
  family(
    'product manager apps',
    {
      title: 'Product Manager',
      company: 'Lumenpath',
      location: 'Remote, United States',
      description:
        'Lumenpath makes learning software for nurses. As product manager of our mobile apps you own offline courses, push reminders and the release train on two platforms. You have shipped consumer apps and enjoy reading reviews in the stores.',
      url: at('lumenpath'),
    },
    [
      {
        kind: 'generic title, another product',
        same: false,
        draft: {
          description:
            'Lumenpath makes learning software for nurses. As product manager of integrations you connect us with learning record stores and HR suites of hospitals, write the public API reference and decide on deprecations. You have worked with standards such as LTI, SCIM or SAML.',
        },
      },
      {
        kind: 'workplace in the title',
        same: true,
        draft: { title: 'Product Manager (Remote)', location: 'United States' },
      },
      { kind: 'dropped word of three letters', same: false, draft: { title: 'Product Manager, GTM' } },
      { kind: 'group product manager', same: false, draft: { title: 'Group Product Manager' } },
    ],
  ),
  family(
    'brands of a group',
    {
      title: 'Filialleiter (m/w/d)',
      company: 'Kornfeld Bäckerei GmbH',
      location: 'Nürnberg',
      description:
        'Sie leiten eine Filiale mit neun Beschäftigten, planen den Einsatz, bestellen Ware und sorgen dafür, dass um halb sechs die ersten Brezen im Korb liegen. Die Kornfeld Gruppe bietet Prämien nach Umsatz und eine Ausbildung zur Führungskraft.',
      url: at('kornfeld'),
    },
    [
      { kind: 'another brand of the group', same: false, draft: { company: 'Kornfeld Metzgerei GmbH' } },
      { kind: 'another brand of the group', same: false, draft: { company: 'Kornfeld Café & Bar GmbH' } },
      {
        kind: 'both genders in the title',
        same: true,
        draft: { title: 'Filialleiter/in', company: 'Kornfeld Bäckerei' },
      },
      { kind: 'deputy', same: false, draft: { title: 'Stellvertretender Filialleiter (m/w/d)' } },
    ],
  ),
  family(
    'brands of a carmaker',
    {
      title: 'Sales Consultant',
      company: 'Ashgrove Motors Bentley',
      location: 'Manchester, United Kingdom',
      description:
        'You welcome guests to our showroom, arrange test drives and look after handovers that people remember. Ashgrove Motors trains you at the factory and pays a salary with uncapped commission. A full UK driving licence is essential.',
      url: at('ashgrove'),
    },
    [
      { kind: 'another brand of the group', same: false, draft: { company: 'Ashgrove Motors Škoda' } },
      { kind: 'another brand of the group', same: false, draft: { company: 'Ashgrove Vans' } },
    ],
  ),
  family(
    'security analyst grc',
    {
      title: 'Security Analyst, GRC',
      company: 'Pinecroft Bank',
      location: 'Charlotte, NC',
      description:
        'Pinecroft Bank protects the savings of two million families. In information security you work in a team of thirty that reports to the CISO. You bring three years in security, a certificate such as CISSP or CISM and a calm manner. Hybrid, three days on site.',
      url: at('pinecroft'),
    },
    [
      { kind: 'another word of three letters', same: false, draft: { title: 'Security Analyst, SOC' } },
      { kind: 'another word of three letters', same: false, draft: { title: 'Security Analyst, IAM' } },
      { kind: 'brackets instead of a comma', same: true, draft: { title: 'Security Analyst (GRC)' } },
      { kind: 'word left out', same: false, draft: { title: 'Security Analyst' } },
    ],
  ),
  family(
    'levels at quarry',
    {
      title: 'Software Engineer II',
      company: 'Quarrystone Software',
      location: 'Pittsburgh, PA',
      description:
        'Quarrystone writes planning software for mines. Engineers work in squads of six on a TypeScript front end and services in Java. You will estimate, build, test and operate features for planners who stand in mud with a tablet. We offer health insurance from the first day and a pension match.',
      url: at('quarrystone'),
    },
    [
      { kind: 'levels I and II', same: false, draft: { title: 'Software Engineer I' } },
      { kind: 'levels II and III', same: false, draft: { title: 'Software Engineer III' } },
      { kind: 'without a level', same: false, draft: { title: 'Software Engineer' } },
      { kind: 'digit instead of a numeral', same: true, draft: { title: 'Software Engineer 2' } },
      { kind: 'principal', same: false, draft: { title: 'Principal Software Engineer' } },
      { kind: 'intern', same: false, draft: { title: 'Software Engineer Intern, Summer 2027' } },
    ],
  ),
  family(
    'enfermera nocturna',
    {
      title: 'Enfermera/o turno de noche',
      company: 'Hospital San Telmo',
      location: 'Bilbao, España',
      description:
        'El Hospital San Telmo busca profesionales de enfermería para la planta de medicina interna. Te ocuparás de la medicación, las curas y el acompañamiento de las familias, con una ratio de ocho pacientes. Pedimos el grado en Enfermería y colegiación; el euskera es un mérito.',
      url: at('san telmo'),
    },
    [
      { kind: 'another shift', same: false, draft: { title: 'Enfermera/o turno de mañana' } },
      {
        kind: 'both genders in the title',
        same: true,
        draft: { title: 'ENFERMERO/A TURNO DE NOCHE', location: 'Bilbao' },
      },
      {
        kind: 'another ward',
        same: false,
        draft: {
          description:
            'Para el bloque quirúrgico del Hospital San Telmo necesitamos instrumentistas que preparen mesas de traumatología y neurocirugía, controlen la trazabilidad del material y formen a residentes. Se valora experiencia en robot Da Vinci.',
        },
      },
    ],
  ),
  family(
    'staffing copies',
    {
      title: 'Maschinenführer (m/w/d)',
      company: 'Folienwerk Ebersbach GmbH',
      location: 'Ebersbach an der Fils',
      description:
        'Folienwerk Ebersbach stellt Verpackungen für Lebensmittel her. Du fährst eine Blasextrusionslinie im Dreischichtbetrieb, wechselst Rollen, prüfst Dicke und Glanz und meldest Abweichungen. Ein Handwerk hast du gelernt, den Rest zeigen wir dir. Tarif der IG BCE, 30 Tage Urlaub.',
      url: at('folienwerk'),
    },
    [
      {
        kind: 'agency: own text for an unnamed client',
        same: false,
        draft: {
          company: 'Persona Service AG & Co. KG',
          description:
            'Für unseren namhaften Kunden suchen wir ab sofort Maschinenführer in der Kunststoffverarbeitung. Wir bieten übertarifliche Bezahlung, Abschläge auf Wunsch und die Chance auf Übernahme. Schichtbereitschaft setzen wir voraus.',
        },
      },
      {
        kind: 'agency: list without texts',
        same: false,
        draft: { company: 'Persona Service AG & Co. KG', description: '' },
      },
      {
        kind: 'marketplace: verbatim copy',
        same: true,
        draft: { company: 'StepStone Partner', location: 'Ebersbach' },
      },
    ],
  ),
  family(
    'store lists',
    {
      title: 'Shift Supervisor',
      company: 'Bramwell Pharmacy',
      location: 'VA - Richmond',
      description: '',
      url: 'https://bramwell.wd1.myworkdayjobs.com/Careers/job/VA---Richmond/Shift-Supervisor_R1008349',
    },
    [
      {
        kind: 'list: another requisition at one place',
        same: false,
        draft: {
          url: 'https://bramwell.wd1.myworkdayjobs.com/Careers/job/VA---Richmond/Shift-Supervisor_R1007912',
        },
      },
      {
        kind: 'list: another requisition elsewhere',
        same: false,
        draft: {
          location: 'TX - Houston',
          url: 'https://bramwell.wd1.myworkdayjobs.com/Careers/job/TX---Houston/Shift-Supervisor_R1001177',
        },
      },
      {
        kind: 'list: same requisition, several places',
        same: true,
        draft: {
          location: '3 Locations',
          url: 'https://bramwell.wd1.myworkdayjobs.com/en-US/Careers/job/VA---Norfolk/Shift-Supervisor_R1008349-1/apply?source=LinkedIn',
        },
      },
      {
        kind: 'list: same place in other words',
        same: true,
        draft: {
          location: 'Richmond, Virginia, United States',
          url: 'https://www.jobwelt.example/job/88231?utm_source=x',
        },
      },
    ],
  ),
  family(
    'detailer list',
    {
      title: 'Car Detailer',
      company: 'Merrivale Auto',
      location: 'Syracuse, NY',
      description: '',
      url: 'https://www.merrivale.example/careers/apply?gh_jid=8099353',
    },
    [
      {
        kind: 'list: same posting on its board',
        same: true,
        draft: { url: 'https://job-boards.greenhouse.io/merrivale/jobs/8099353?gh_src=1a2b3c' },
      },
      {
        kind: 'list: another city',
        same: false,
        draft: {
          location: 'San Antonio, TX',
          url: 'https://www.merrivale.example/careers/apply?gh_jid=8120548',
        },
      },
      { kind: 'list: another shift', same: false, draft: { title: 'Car Detailer - 2nd Shift' } },
      { kind: 'list: another state of one name', same: false, draft: { location: 'Syracuse, UT' } },
    ],
  ),
  family(
    'same board addresses',
    {
      title: 'Customer Success Manager',
      company: 'Tidemark',
      location: 'Amsterdam, Netherlands',
      description: '',
      url: 'https://jobs.ashbyhq.com/tidemark/f5cf4790-0b77-47be-b332-02ca6ec755fd',
    },
    [
      {
        kind: 'list: same posting by its address',
        same: true,
        draft: {
          title: 'Customer Success Manager - Benelux',
          url: 'https://jobs.ashbyhq.com/tidemark/f5cf4790-0b77-47be-b332-02ca6ec755fd/application?utm_source=abc',
        },
      },
      {
        kind: 'list: another language of the market',
        same: false,
        draft: {
          title: 'Customer Success Manager (German speaking)',
          url: 'https://jobs.ashbyhq.com/tidemark/0e0d1a5f-3a3b-4a54-8f06-2f65b0b1c1ab',
        },
      },
    ],
  ),
  family(
    'smartrecruiters',
    {
      title: 'Airbag Senior Developer',
      company: 'Rheinstern Automotive',
      location: 'Bangalore, , India',
      description: '',
      url: 'https://jobs.smartrecruiters.com/Rheinstern/744000142860268-airbag-senior-developer',
    },
    [
      {
        kind: 'list: same posting, short address',
        same: true,
        draft: { location: 'Bengaluru', url: 'https://jobs.smartrecruiters.com/Rheinstern/744000142860268' },
      },
      {
        kind: 'list: another city of another country',
        same: false,
        draft: {
          location: 'Stuttgart, Germany',
          url: 'https://jobs.smartrecruiters.com/Rheinstern/744000143489744',
        },
      },
      { kind: 'list: junior', same: false, draft: { title: 'Airbag Junior Developer' } },
    ],
  ),
  family(
    'personio',
    {
      title: 'Werkstudent Marketing (m/w/d)',
      company: 'Ottilie Versicherung AG',
      location: 'München',
      description: '',
      url: 'https://ottilie.jobs.personio.de/job/2748906',
    },
    [
      {
        kind: 'list: same posting, another language of the page',
        same: true,
        draft: {
          title: 'Working Student Marketing (m/f/d)',
          url: 'https://ottilie.jobs.personio.de/job/2748906?language=en&_pc=77',
        },
      },
      { kind: 'list: place in another language', same: true, draft: { location: 'Munich, Germany' } },
      {
        kind: 'list: trainee instead of student',
        same: false,
        draft: { title: 'Trainee Marketing (m/w/d)' },
      },
      {
        kind: 'list: full job instead of student',
        same: false,
        draft: { title: 'Marketing Manager (m/w/d)' },
      },
    ],
  ),
  family(
    'pay of two cities',
    {
      title: 'Site Reliability Engineer',
      company: 'Glasswing Systems',
      location: 'San Francisco, CA',
      description:
        'Glasswing keeps satellites in touch with the ground. You automate our ground stations, write runbooks that others can follow and cut the noise of alerts by half. Linux, Go or Python, and a respect for physics. For this location the salary is $190,000 - $230,000.',
      url: at('glasswing'),
    },
    [
      {
        kind: 'pay that does not meet',
        same: false,
        draft: {
          location: 'Boise, ID',
          description:
            'Glasswing keeps satellites in touch with the ground. You automate our ground stations, write runbooks that others can follow and cut the noise of alerts by half. Linux, Go or Python, and a respect for physics. For this location the salary is $120,000 - $145,000.',
        },
      },
      {
        kind: 'pay that meets',
        same: true,
        draft: {
          location: 'Seattle, WA',
          description:
            'Glasswing keeps satellites in touch with the ground. You automate our ground stations, write runbooks that others can follow and cut the noise of alerts by half. Linux, Go or Python, and a respect for physics. For this location the salary is $180,000 - $220,000.',
        },
      },
    ],
  ),
  family(
    'chauffeurs',
    {
      title: 'Chauffeur poids lourd (H/F)',
      company: 'Transports Delmas SARL',
      location: 'Rennes, France',
      description:
        'Vous livrez des produits frais aux magasins de Bretagne avec un porteur de 19 tonnes. Départ à quatre heures du dépôt, retour chaque jour. Permis C et FIMO à jour, carte conducteur. Mutuelle, primes de non-accident et chèques vacances.',
      url: at('delmas'),
    },
    [
      { kind: 'a copy for another city', same: true, draft: { location: 'Brest, France' } },
      { kind: 'another country', same: false, draft: { location: 'Namur, Belgique' } },
      { kind: 'another employer', same: false, draft: { company: 'Transports Lebrun' } },
      {
        kind: 'same title, another text',
        same: false,
        draft: {
          description:
            'Convoyeur de bois en grumes avec une grue auxiliaire, vous chargez en forêt et livrez les scieries de Centre-Bretagne. Le Caces grue est nécessaire, nous pouvons le financer. Découchés rares, entretien du véhicule apprécié.',
        },
      },
      {
        kind: 'cut text',
        same: true,
        draft: {
          title: 'CHAUFFEUR POIDS LOURD',
          company: 'Transports Delmas',
          description:
            'Vous livrez des produits frais aux magasins de Bretagne avec un porteur de 19 tonnes. Départ à quatre heures du dépôt, retour chaque jour. Permis C et FIMO…',
        },
      },
    ],
  ),
];
