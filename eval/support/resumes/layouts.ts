import type { JsonResume } from '@rolecall/contract';
import type { LabelledPerson } from './people.ts';

/** How a résumé is laid out; each is one way that people's templates do it. */
export interface Layout {
  readonly name: string;
  readonly half: 'tune' | 'held_out';
  readonly columns: 1 | 2;
  readonly side?: 'left' | 'right';
  readonly dates: 'right' | 'left' | 'under' | 'above' | 'inline';
  readonly first: 'position' | 'employer' | 'one_line';
  readonly form: 'month_name' | 'numeric' | 'iso';
  readonly heading: 'plain' | 'capitals' | 'spaced';
  readonly contact: 'lines' | 'one_line' | 'table';
  readonly bullet: 'disc' | 'dash' | 'none';
}

export const layouts: readonly Layout[] = [
  {
    name: 'classic',
    half: 'tune',
    columns: 1,
    dates: 'right',
    first: 'position',
    form: 'month_name',
    heading: 'plain',
    contact: 'one_line',
    bullet: 'disc',
  },
  {
    name: 'margin',
    half: 'held_out',
    columns: 1,
    dates: 'left',
    first: 'position',
    form: 'numeric',
    heading: 'capitals',
    contact: 'lines',
    bullet: 'dash',
  },
  {
    name: 'stacked',
    half: 'tune',
    columns: 1,
    dates: 'under',
    first: 'employer',
    form: 'month_name',
    heading: 'capitals',
    contact: 'table',
    bullet: 'disc',
  },
  {
    name: 'above',
    half: 'held_out',
    columns: 1,
    dates: 'above',
    first: 'employer',
    form: 'iso',
    heading: 'plain',
    contact: 'one_line',
    bullet: 'none',
  },
  {
    name: 'inline',
    half: 'tune',
    columns: 1,
    dates: 'inline',
    first: 'one_line',
    form: 'numeric',
    heading: 'plain',
    contact: 'lines',
    bullet: 'dash',
  },
  {
    name: 'wide',
    half: 'held_out',
    columns: 1,
    dates: 'right',
    first: 'one_line',
    form: 'month_name',
    heading: 'spaced',
    contact: 'one_line',
    bullet: 'disc',
  },
  {
    name: 'employer-first',
    half: 'tune',
    columns: 1,
    dates: 'right',
    first: 'employer',
    form: 'iso',
    heading: 'plain',
    contact: 'table',
    bullet: 'none',
  },
  {
    name: 'position-under',
    half: 'held_out',
    columns: 1,
    dates: 'under',
    first: 'position',
    form: 'numeric',
    heading: 'capitals',
    contact: 'lines',
    bullet: 'disc',
  },
  {
    name: 'sidebar-left',
    half: 'tune',
    columns: 2,
    side: 'left',
    dates: 'under',
    first: 'position',
    form: 'month_name',
    heading: 'capitals',
    contact: 'lines',
    bullet: 'disc',
  },
  {
    name: 'sidebar-right',
    half: 'held_out',
    columns: 2,
    side: 'right',
    dates: 'right',
    first: 'position',
    form: 'numeric',
    heading: 'plain',
    contact: 'lines',
    bullet: 'dash',
  },
  {
    name: 'sidebar-employer',
    half: 'tune',
    columns: 2,
    side: 'left',
    dates: 'right',
    first: 'employer',
    form: 'numeric',
    heading: 'plain',
    contact: 'lines',
    bullet: 'none',
  },
  {
    name: 'sidebar-inline',
    half: 'held_out',
    columns: 2,
    side: 'right',
    dates: 'inline',
    first: 'one_line',
    form: 'month_name',
    heading: 'capitals',
    contact: 'lines',
    bullet: 'disc',
  },
];

const words = {
  en: {
    summary: 'Summary',
    work: 'Work Experience',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
    contact: 'Contact',
    now: 'Present',
  },
  de: {
    summary: 'Profil',
    work: 'Berufserfahrung',
    education: 'Ausbildung',
    skills: 'Kenntnisse',
    languages: 'Sprachen',
    contact: 'Kontakt',
    now: 'heute',
  },
  fr: {
    summary: 'Profil',
    work: 'Expérience professionnelle',
    education: 'Formation',
    skills: 'Compétences',
    languages: 'Langues',
    contact: 'Contact',
    now: 'présent',
  },
  es: {
    summary: 'Perfil',
    work: 'Experiencia laboral',
    education: 'Formación académica',
    skills: 'Competencias',
    languages: 'Idiomas',
    contact: 'Contacto',
    now: 'actualidad',
  },
} as const;

const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function dated(date: string, form: Layout['form'], language: LabelledPerson['language']): string {
  const [year = '', month = '01'] = date.split('-');
  if (form === 'iso') return date;
  if (form === 'numeric') return `${month}/${year}`;
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  );
}

/** The page of a person in a layout, to be printed. */
export function pageOf({ language, resume }: LabelledPerson, layout: Layout): string {
  const said = words[language];
  const { basics } = resume;
  const span = (start: string, end: string | undefined): string =>
    `${dated(start, layout.form, language)} – ${end === undefined ? said.now : dated(end, layout.form, language)}`;
  const heading = (text: string): string => `<h2>${escapeMarkup(text)}</h2>`;
  const entry = (one: {
    first: string;
    second: string;
    place: string;
    when: string;
    items: readonly string[];
  }): string => {
    const [a, b] = layout.first === 'employer' ? [one.second, one.first] : [one.first, one.second];
    const place = one.place === '' ? '' : `, ${escapeMarkup(one.place)}`;
    const when = `<span class="when">${escapeMarkup(one.when)}</span>`;
    const title =
      layout.first === 'one_line'
        ? `<b>${escapeMarkup(one.first)}</b>, ${escapeMarkup(one.second)}`
        : `<b>${escapeMarkup(a)}</b>`;
    const under = layout.first === 'one_line' ? '' : `<div>${escapeMarkup(b)}${place}</div>`;
    const list = one.items.map((item) =>
      layout.bullet === 'dash' ? `<p>- ${escapeMarkup(item)}</p>` : `<li>${escapeMarkup(item)}</li>`,
    );
    const items =
      list.length === 0 ? '' : layout.bullet === 'dash' ? list.join('') : `<ul>${list.join('')}</ul>`;
    switch (layout.dates) {
      case 'right':
        return `<article><div class="row"><div>${title}</div>${when}</div>${under}${items}</article>`;
      case 'left':
        return `<article class="margin">${when}<div><div>${title}</div>${under}${items}</div></article>`;
      case 'under':
        return `<article><div>${title}</div>${under}<div>${when}</div>${items}</article>`;
      case 'above':
        return `<article><div>${when}</div><div>${title}</div>${under}${items}</article>`;
      default:
        return `<article><div>${title} (${when})</div>${under}${items}</article>`;
    }
  };
  const work = resume.work.map((one) =>
    entry({
      first: one.position ?? '',
      second: one.name ?? '',
      place: one.location ?? '',
      when: span(one.startDate ?? '', one.endDate),
      items: one.highlights ?? [],
    }),
  );
  const education = resume.education.map((one) =>
    entry({
      first: `${one.studyType}, ${one.area}`,
      second: one.institution ?? '',
      place: '',
      when: span(one.startDate ?? '', one.endDate),
      items: [],
    }),
  );
  const contacts = contactsOf(resume);
  const contact =
    layout.contact === 'one_line'
      ? `<p>${contacts.map(escapeMarkup).join(' | ')}</p>`
      : layout.contact === 'table'
        ? `<table>${contacts.map((one) => `<tr><td>${escapeMarkup(one)}</td></tr>`).join('')}</table>`
        : contacts.map((one) => `<p>${escapeMarkup(one)}</p>`).join('');
  const name = `<h1>${escapeMarkup(basics.name ?? '')}</h1><p>${escapeMarkup(basics.label ?? '')}</p>`;
  const summary = `${heading(said.summary)}<p>${escapeMarkup(basics.summary ?? '')}</p>`;
  const skills =
    heading(said.skills) +
    resume.skills
      .map(
        ({ name: group, keywords = [] }) =>
          `<p>${escapeMarkup(group)}: ${escapeMarkup(keywords.join(', '))}</p>`,
      )
      .join('');
  const languages =
    heading(said.languages) +
    resume.languages
      .map((one) => `<p>${escapeMarkup(one.language)} (${escapeMarkup(one.fluency ?? '')})</p>`)
      .join('');
  const main = summary + heading(said.work) + work.join('') + heading(said.education) + education.join('');
  const body =
    layout.columns === 1
      ? `${name}${contact}${main}${skills}${languages}`
      : `<div class="columns ${layout.side}"><aside>${heading(said.contact)}${contact}${skills}${languages}</aside><main>${name}${main}</main></div>`;
  return `<!doctype html><meta charset="utf-8"><style>${styleOf(layout)}</style>${body}`;
}

function contactsOf({ basics }: JsonResume): string[] {
  const { email = '', phone = '', url = '', location, profiles = [] } = basics;
  return [email, phone, location?.city ?? '', url, ...profiles.map((one) => one.url ?? '')];
}

const styleOf = ({ heading, bullet, side }: Layout): string => `
body { font: 10.5pt/1.45 'DejaVu Sans', sans-serif; margin: 0 } h1 { font-size: 22pt; margin: 0 }
h2 { font-size: 13pt; margin: 14pt 0 5pt; ${heading === 'plain' ? '' : 'text-transform: uppercase;'} ${heading === 'spaced' ? 'letter-spacing: 4pt' : ''} }
p { margin: 2pt 0 } article { margin-bottom: 9pt } ul { margin: 3pt 0; ${bullet === 'none' ? 'list-style: none' : ''} }
.row { display: flex; justify-content: space-between } .margin { display: grid; grid-template-columns: 110pt 1fr }
.columns { display: flex; gap: 24pt; flex-direction: ${side === 'right' ? 'row-reverse' : 'row'} } aside { width: 165pt } main { flex: 1 }
aside p { overflow-wrap: anywhere; font-size: 9pt }`;
