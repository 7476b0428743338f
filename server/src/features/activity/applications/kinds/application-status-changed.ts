import { applicationStatuses } from '@rolecall/contract';
import {
  headline,
  kindTexts,
  mail,
  oneOf,
  paragraph,
  quotation,
  remark,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { statusBand } from './status-band.ts';
import { type StatusWords, type StepWords, statusWords } from './status-words/index.ts';

/** What the recruiter reads, or the applicant for each status. */
const forEither = (steps: StatusWords, say: (step: StepWords) => string) =>
  `{% if audience == 'recruiter' %}${say(steps.withdrawnByApplicant)}{% else %}{% case new_status %}${applicationStatuses
    .map((status) => `{% when '${status}' %}${say(steps[status])}`)
    .join('')}{% endcase %}{% endif %}`;

const inboxText = ({ message }: StepWords) => message;

export const applicationStatusChanged = kindTexts({
  kind: 'application_status_changed',
  words: {
    en: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} has withdrawn{% else %}News about {{ job_title }}{% endif %}",
      message: `${forEither(statusWords.en, inboxText)}${remark}`,
      steps: statusWords.en,
    },
    de: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} hat die Bewerbung zurückgezogen{% else %}Neues zu {{ job_title }}{% endif %}",
      message: `${forEither(statusWords.de, inboxText)}${remark}`,
      steps: statusWords.de,
    },
    fr: {
      title:
        "{% if audience == 'recruiter' %}Candidature retirée : {{ applicant_name }}{% else %}Du nouveau pour {{ job_title }}{% endif %}",
      message: `${forEither(statusWords.fr, inboxText)}${remark}`,
      steps: statusWords.fr,
    },
    es: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} ha retirado su candidatura{% else %}Novedades sobre {{ job_title }}{% endif %}",
      message: `${forEither(statusWords.es, inboxText)}${remark}`,
      steps: statusWords.es,
    },
  },
  mail: ({ steps }, { button, company }) => {
    const heading = forEither(steps, ({ headline: text }) => text);
    return mail(
      heading,
      '{{ message }}',
      oneOf(
        'new_status',
        Object.fromEntries(
          applicationStatuses.map((status) => [status, statusBand(status, steps[status].label)]),
        ),
      ),
      headline(heading),
      paragraph(forEither(steps, ({ text }) => text)),
      ...company,
      quotation('note'),
      button,
    );
  },
  why: {
    en: 'You get this mail because of an application that you have made or received.',
    de: 'Du bekommst diese Mail wegen einer Bewerbung, die du verschickt oder erhalten hast.',
    fr: 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée ou reçue.',
    es: 'Recibes este correo por una candidatura que has presentado o recibido.',
  },
  sample: {
    ...sampleApplication,
    old_status: 'viewed',
    new_status: 'shortlisted',
    note: 'We liked your radar certificate.',
    audience: 'applicant',
    applicant_name: 'Ada Lovelace',
  },
  forms: [
    ...applicationStatuses
      .filter((status) => status !== 'shortlisted')
      .map((status) => [status, { new_status: status }] as const),
    ['withdrawn, for the recruiter', { new_status: 'withdrawn', audience: 'recruiter' }],
  ],
});
