import type { Line } from '../document/line.ts';
import { fold } from './words.ts';

export type SectionName =
  | 'summary'
  | 'contact'
  | 'profiles'
  | 'work'
  | 'volunteer'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'projects'
  | 'awards'
  | 'publications'
  | 'interests'
  | 'references'
  | 'other';

/** What people put above the parts of a résumé, in English, German, French and Spanish; folded. */
const headings: Readonly<Record<SectionName, string>> = {
  summary:
    'summary|about|about me|profile|professional summary|professional profile|career summary|executive summary|personal statement|personal profile|objective|career objective|introduction|overview|bio|uber mich|profil|kurzprofil|zusammenfassung|personliches profil|berufliches profil|berufsziel|a propos|a propos de moi|resume|resume professionnel|profil professionnel|presentation|objectif|objectif professionnel|perfil|perfil profesional|resumen|resumen profesional|sobre mi|acerca de mi|extracto|presentacion|objetivo|objetivo profesional',
  contact:
    'contact|contact me|contact information|contact info|contact details|get in touch|details|personal details|personal information|personal data|info|kontakt|kontaktdaten|personliche daten|personliche angaben|angaben zur person|personalien|zur person|anschrift|coordonnees|contactez moi|informations personnelles|etat civil|contacto|datos de contacto|datos personales|informacion personal|informacion de contacto',
  profiles:
    'profiles|social|social media|social profiles|links|online|web|find me|soziale medien|netzwerke|profile online|reseaux|reseaux sociaux|liens|redes|redes sociales|enlaces|perfiles',
  work: 'work|work experience|experience|experiences|professional experience|employment|employment history|work history|career|career history|professional background|positions|relevant experience|berufserfahrung|berufserfahrungen|berufliche erfahrung|berufliche erfahrungen|arbeitserfahrung|beruflicher werdegang|werdegang|berufspraxis|beruf|praxiserfahrung|berufliche laufbahn|beruflicher hintergrund|berufliche stationen|experience professionnelle|experiences professionnelles|parcours professionnel|parcours|emplois|emploi|experiencia|experiencia laboral|experiencia profesional|trayectoria|trayectoria profesional|trayectoria laboral|empleo|historial laboral|trabajo',
  volunteer:
    'volunteer|volunteering|volunteer experience|volunteer work|community|ehrenamt|ehrenamtliche tatigkeit|ehrenamtliche tatigkeiten|ehrenamtliches engagement|engagement|freiwilligenarbeit|benevolat|engagements|engagement associatif|voluntariado|voluntariados',
  education:
    'education|education and training|education & training|academic background|academic history|academics|qualifications|studies|training|ausbildung|bildung|bildungsweg|studium|ausbildung und studium|schulbildung|akademischer werdegang|akademische ausbildung|schule und studium|studium und ausbildung|hochschulbildung|formation|formations|formation academique|etudes|diplomes|diplomes et formations|scolarite|cursus|parcours academique|educacion|formacion|formacion academica|estudios|educacion y formacion|titulacion|titulaciones|formacion reglada',
  skills:
    'skills|skill|key skills|technical skills|core skills|professional skills|skills & competences|skills and competencies|skills & expertise|competencies|core competencies|expertise|technologies|tech stack|areas of expertise|abilities|kenntnisse|fahigkeiten|fachkenntnisse|kompetenzen|kenntnisse und fahigkeiten|fahigkeiten und kenntnisse|it-kenntnisse|edv-kenntnisse|technische kenntnisse|fachliche kenntnisse|qualifikationen|know-how|competences|competences techniques|competences cles|competences professionnelles|savoir-faire|connaissances|outils|aptitudes|habilidades|competencias|competencias tecnicas|conocimientos|conocimientos tecnicos|habilidades tecnicas|competencias clave|capacidades',
  languages:
    'languages|language|language skills|languages spoken|sprachen|sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|langues|langues parlees|competences linguistiques|langues etrangeres|idiomas|lenguas|lenguajes',
  certificates:
    'certificates|certifications|certificate|licenses & certifications|licenses and certifications|licenses|certificates & licenses|courses & certifications|professional certifications|zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|zertifikate und weiterbildungen|lizenzen|certificats|certificats et licences|certificaciones|certificados|cursos y certificaciones|licencias',
  projects:
    'projects|personal projects|side projects|selected projects|key projects|open source|projekte|eigene projekte|projekterfahrung|ausgewahlte projekte|projets|projets personnels|realisations|proyectos|proyectos personales|proyectos destacados',
  awards:
    'awards|honors|honours|honors & awards|awards & honors|achievements|accomplishments|auszeichnungen|preise|preise und auszeichnungen|erfolge|prix|prix et distinctions|distinctions|recompenses|premios|premios y reconocimientos|reconocimientos|logros|galardones',
  publications:
    'publications|articles|papers|talks|patents|veroffentlichungen|publikationen|vortrage|articles et publications|publicaciones|articulos',
  interests:
    "interests|hobbies|hobbies & interests|interests & hobbies|interests and hobbies|interessen|hobbys|hobbys und interessen|interessen und hobbys|freizeit|interets|centres d'interet|centre d'interet|loisirs|passions|intereses|aficiones|aficiones e intereses|intereses y aficiones",
  references:
    'references|referees|testimonials|recommendations|referenzen|empfehlungen|references professionnelles|recommandations|referencias|recomendaciones',
  other:
    'additional information|other|miscellaneous|sonstiges|weitere angaben|zusatzliche informationen|divers|autres|informations complementaires|otros|otros datos|informacion adicional|curriculum vitae|lebenslauf|cv|memberships|mitgliedschaften|fuhrerschein|permis de conduire|permis|affiliations|carnet de conducir',
};

const sectionNames: readonly SectionName[] = [
  'summary',
  'contact',
  'profiles',
  'work',
  'volunteer',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'awards',
  'publications',
  'interests',
  'references',
];

const byHeading = new Map<string, SectionName>();
for (const [section, words] of Object.entries(headings)) {
  for (const word of words.split('|')) byHeading.set(word, sectionOf(section));
}

function sectionOf(name: string): SectionName {
  for (const known of sectionNames) if (known === name) return known;
  return 'other';
}

const longestHeading = 48;
const joiners = /\s*(?:&|\/|\+|,|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*/g;

const spacedHeadings = new Map([...byHeading.keys()].map((word) => [word.replaceAll(' ', ''), word]));

/** The part of a résumé that a line is the heading of; undefined: it is none. */
export function headingOf(text: string): SectionName | undefined {
  if (text.length > longestHeading || text.includes('@')) return undefined;
  const plain = unspaced(fold(text))
    .replace(/[^\p{L}\p{N}&'/+\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-/]+|[\s\-/]+$/g, '')
    .trim();
  const found = byHeading.get(plain) ?? byHeading.get(plain.replace(/^(?:my|meine?|mes|mon|ma|mis?) /, ''));
  if (found !== undefined) return found;
  // 'Skills & Languages' is under the first of them; both parts have to be headings.
  const parts = plain.split(joiners).filter((part) => part !== '');
  const sections = parts.map((part) => byHeading.get(part));
  return parts.length > 1 && parts.length < 4 && sections.every((section) => section !== undefined)
    ? sections[0]
    : undefined;
}

/** 'E X P E R I E N C E' is one word that is set wide. */
function unspaced(text: string): string {
  const words = text.split(' ');
  const isSetWide = words.length > 3 && words.filter((word) => word.length === 1).length > words.length / 2;
  if (!isSetWide) return text;
  const compact = words.join('');
  return spacedHeadings.get(compact) ?? compact;
}

/** A part of a résumé with its lines; the first has no heading. */
export interface Section {
  readonly name: SectionName | 'top';
  readonly lines: readonly Line[];
}

/** Parts the lines at their headings. Each column begins without one, unless the one before it goes on over it. */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const marked = withHeadings(lines);
  const sections: { name: SectionName | 'top'; lines: Line[] }[] = [{ name: 'top', lines: [] }];
  let column = marked[0]?.line.column ?? 0;
  for (const { line, heading } of marked) {
    if (heading !== undefined) {
      sections.push({ name: heading, lines: [] });
      column = line.column;
      continue;
    }
    if (line.column !== column) {
      column = line.column;
      const current = sections.at(-1);
      // What begins a new column has no part in what ended the other, but in the heading right above it.
      if (current !== undefined && current.lines.length > 0) sections.push({ name: 'top', lines: [] });
    }
    sections.at(-1)?.lines.push(line);
  }
  return sections.filter(({ name, lines: own }) => own.length > 0 || name === 'work');
}

interface Marked {
  readonly line: Line;
  readonly heading: SectionName | undefined;
}

function withHeadings(lines: readonly Line[]): Marked[] {
  const split = lines.flatMap((line): Line[] => {
    const [first = '', ...rest] = line.text.split('\t');
    // A heading in the margin stands on the line of what is below it.
    if (rest.length === 0 || line.isItem || headingOf(first) === undefined) return [line];
    return [
      { ...line, text: first, isHeading: true, links: [] },
      { ...line, text: rest.join('\t'), x: line.x + 1 },
    ];
  });
  const candidates = split.map((line) => (line.isItem ? undefined : headingOf(line.text)));
  const sizes = new Map<number, number>();
  for (const [index, line] of split.entries()) {
    const heading = candidates[index];
    if (heading === 'work' || heading === 'education' || heading === 'skills') {
      sizes.set(line.column, Math.max(sizes.get(line.column) ?? 0, line.size));
    }
  }
  return split.map((line, index) => {
    const heading = candidates[index];
    const usual = sizes.get(line.column);
    // 'Languages' among the skills, in smaller letters than the headings, is the name of a group of them.
    const isSmaller = usual !== undefined && line.size < usual * 0.9;
    return { line, heading: isSmaller ? undefined : heading };
  });
}
