import type { Role } from './roles.ts';

type Language = Role['language'];

interface Words {
  readonly headings: readonly (readonly [string, string])[];
  readonly office: (city: string) => string;
  readonly again: string;
  readonly pay: (from: number, to: number) => string;
  readonly requisition: string;
  readonly short: (employer: string) => string;
  readonly hiring: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    headings: [
      ['What you will do', 'What you bring'],
      ['Responsibilities', 'Requirements'],
    ],
    office: (city) => `You work from our office in ${city} three days a week.`,
    again: 'We are still looking and glad about applications from other industries, too.',
    pay: (from, to) => `The base salary is $${from},000 to $${to},000 per year.`,
    requisition: 'Requisition ID',
    short: (employer) => `${employer} is hiring! Join a great team with great benefits. Apply now.`,
    hiring: 'hiring now',
  },
  de: {
    headings: [
      ['Ihre Aufgaben', 'Ihr Profil'],
      ['Das erwartet dich', 'Das bringst du mit'],
    ],
    office: (city) => `Der Arbeitsort ist ${city}.`,
    again: 'Wir suchen weiter und freuen uns auch über Bewerbungen aus anderen Branchen.',
    pay: (from, to) => `Das Jahresgehalt liegt zwischen ${from}.000 € und ${to}.000 € brutto.`,
    requisition: 'Stellen-ID',
    short: (employer) => `${employer} sucht dich! Komm in ein tolles Team. Jetzt bewerben.`,
    hiring: 'ab sofort',
  },
  fr: {
    headings: [
      ['Vos missions', 'Votre profil'],
      ['Le poste', 'Profil recherché'],
    ],
    office: (city) => `Le poste est basé à ${city}.`,
    again: 'Le poste est toujours à pourvoir ; les profils venus d’autres secteurs sont bienvenus.',
    pay: (from, to) => `Salaire annuel brut : ${from} 000 € à ${to} 000 €.`,
    requisition: 'Référence',
    short: (employer) => `${employer} recrute ! Rejoignez une équipe dynamique. Postulez maintenant.`,
    hiring: 'urgent',
  },
  es: {
    headings: [
      ['Tus funciones', 'Qué buscamos'],
      ['Responsabilidades', 'Requisitos'],
    ],
    office: (city) => `El puesto está en ${city}.`,
    again: 'Seguimos buscando y también valoramos candidaturas de otros sectores.',
    pay: (from, to) => `Salario bruto anual: de ${from}.000 € a ${to}.000 €.`,
    requisition: 'Referencia',
    short: (employer) => `¡${employer} está contratando! Únete a un gran equipo. Inscríbete ya.`,
    hiring: 'incorporación inmediata',
  },
};

/** Names of teams, some of three letters. */
export const qualifiers: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['GTM', 'GRC'],
  de: ['Haus A', 'OP'],
  fr: ['pôle Export', 'pôle R&D'],
  es: ['zona Norte', 'zona Sur'],
};

/** What stands behind a title to tell hours. */
export const shifts: Readonly<Record<Language, readonly [string, string]>> = {
  en: [' - Day Shift', ' - Night Shift'],
  de: [' in Vollzeit', ' in Teilzeit'],
  fr: [' - temps plein', ' - temps partiel'],
  es: [' (jornada completa)', ' (media jornada)'],
};

const genderForms: ReadonlyMap<string, readonly string[]> = new Map([
  ['Verkäufer', ['Verkäufer/in', 'Verkäuferin / Verkäufer', 'Verkäufer*in (m/w/d)']],
  ['Elektroniker', ['Elektroniker/-in', 'Elektroniker:in', 'Elektronikerin oder Elektroniker (w/m/d)']],
  [
    'Softwareentwickler',
    ['Software-Entwickler (m/w/d)', 'Softwareentwickler*in', 'Software Entwickler:in (all genders)'],
  ],
  ['Pflegefachkraft', ['Pflegefachkraft (m/w/d)', 'PFLEGEFACHKRAFT (W/M/D)', 'Pflegefachkraft (gn)']],
  ['Ingénieur mécanique', ['INGENIEUR MECANIQUE H/F', 'Ingénieur(e) mécanique', 'Ingénieur mécanique (F/H)']],
  ['Comptable', ['Comptable H/F', 'COMPTABLE (F/H)', 'Comptable - H/F']],
  ['Cocinero', ['Cocinero/a', 'COCINERO/A', 'Cocinero o cocinera']],
  [
    'Responsable de logística',
    ['Responsable de logistica (H/M)', 'RESPONSABLE DE LOGÍSTICA', 'Responsable de logística (m/f)'],
  ],
  ['Backend Engineer', ['Back-End Engineer', 'Back End Engineer', 'Engineer, Backend']],
  ['Registered Nurse', ['Registered Nurse (RN)', 'RN - Registered Nurse', 'Registered  Nurse']],
  [
    'Warehouse Associate',
    ['Warehouse Associate!', 'WAREHOUSE ASSOCIATE', 'Warehouse Associate - Apply Today'],
  ],
]);

/** Other ways to write the title of the same vacancy. */
export function decoratedTitles({ title, language }: Role, city: string): readonly string[] {
  const inCity = { en: ` - ${city}`, de: ` in ${city}`, fr: ` à ${city}`, es: ` en ${city}` }[language];
  return [`${title}${inCity}`, `${title} (${city})`, ...(genderForms.get(title) ?? [title.toUpperCase()])];
}

/** The titles of vacancies of another level. */
export function otherLevels({ title, language }: Role): readonly string[] {
  switch (language) {
    case 'en':
      return [`Senior ${title}`, `Junior ${title}`, `Lead ${title}`, `${title} Intern`, `Principal ${title}`];
    case 'de':
      return [`Leitende ${title}`, `Praktikant ${title}`, `Auszubildender ${title}`, `Senior ${title}`];
    case 'fr':
      return [`Stagiaire ${title}`, `${title} senior`, `Apprenti ${title}`, `${title} débutant`];
    case 'es':
      return [`Becario ${title}`, `Jefe ${title}`, `${title} sénior`, `Aprendiz ${title}`];
  }
}
