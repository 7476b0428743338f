import type { TemplateVariable } from '@rolecall/contract';
import {
  type Block,
  type ByLocale,
  block,
  facts,
  link,
  marked,
  sampleApplication,
  sampleId,
  when,
} from '../../../../platform/kind-texts/index.ts';

/** What the mails of interviews say of their time and place, and of calendars. */
interface InterviewWords {
  readonly when: string;
  readonly where: string;
  readonly job: string;
  /** @param google a link; @param outlook a link */
  readonly calendar: (google: string, outlook: string) => string;
  readonly calendarText: string;
}

export const interviewWords: ByLocale<InterviewWords> = {
  en: {
    when: 'When',
    where: 'Where',
    job: 'Job',
    calendar: (google, outlook) =>
      `Add it to ${google} or ${outlook}, or open the attached file in any other calendar.`,
    calendarText: 'The attached file opens in any calendar. To add the interview there by a link:',
  },
  de: {
    when: 'Wann',
    where: 'Wo',
    job: 'Stelle',
    calendar: (google, outlook) =>
      `In ${google} oder ${outlook} eintragen, oder die angehängte Datei in einem anderen Kalender öffnen.`,
    calendarText:
      'Die angehängte Datei lässt sich mit jedem Kalender öffnen. Mit einem Link eintragen kannst du das Gespräch hier:',
  },
  fr: {
    when: 'Quand',
    where: 'Où',
    job: 'Poste',
    calendar: (google, outlook) =>
      `Ajoutez-le à ${google} ou à ${outlook}, ou ouvrez le fichier joint dans un autre agenda.`,
    calendarText: 'Le fichier joint s’ouvre dans tout agenda. Pour ajouter l’entretien par un lien :',
  },
  es: {
    when: 'Cuándo',
    where: 'Dónde',
    job: 'Puesto',
    calendar: (google, outlook) =>
      `Añádela a ${google} o a ${outlook}, o abre el archivo adjunto en otro calendario.`,
    calendarText:
      'El archivo adjunto se abre en cualquier calendario. Para añadir la entrevista con un enlace:',
  },
};

export const hasApplied: ByLocale<string> = {
  en: 'You get this mail because of an application that you have made.',
  de: 'Du bekommst diese Mail wegen einer Bewerbung, die du verschickt hast.',
  fr: 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée.',
  es: 'Recibes este correo por una candidatura que has presentado.',
};

/** When and where it is. */
export const interviewTime = (words: InterviewWords, colon: string): Block =>
  facts(
    colon,
    [words.when, '{{ starts_at | date_time }}', 'starts_at'],
    [words.where, '{{ place }}', 'place'],
    [words.job, '{{ job_title }}', 'job_title'],
  );

/** How to add it to a calendar. */
export const interviewCalendar = ({ calendar, calendarText }: InterviewWords, colon: string): Block =>
  when(
    'calendar',
    block(
      `<mj-text css-class="soft" color="#555f5a" font-size="15px" line-height="22px"><p style="margin:0">${marked(
        calendar(link('{{ calendar.google_url }}', 'Google'), link('{{ calendar.outlook_url }}', 'Outlook')),
      )}</p></mj-text>`,
      `${calendarText}
Google${colon} {{ calendar.google_url }}
Outlook${colon} {{ calendar.outlook_url }}`,
    ),
  );

/** Addresses that add an interview to a calendar. It has none once it is cancelled. */
const variables: readonly TemplateVariable[] = [
  { name: 'calendar.google_url', type: 'string', optional: true },
  { name: 'calendar.outlook_url', type: 'string', optional: true },
];

export const calendarExtras = {
  variables,
  sample: {
    calendar: {
      google_url: 'https://calendar.google.com/calendar/render?action=TEMPLATE',
      outlook_url: 'https://outlook.live.com/calendar/0/action/compose',
    },
  },
} as const;

export const interviewPreheader =
  '{{ starts_at | date_time }}{% if place != blank %} · {{ place }}{% endif %}';

export const sampleInterview = {
  ...sampleApplication,
  interview_id: sampleId(4),
  starts_at: '2026-09-14T12:00:00.000Z',
  ends_at: '2026-09-14T13:00:00.000Z',
  place: 'https://meet.example.org/north-quay',
} as const;
