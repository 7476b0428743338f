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

export const applicationStatusChanged = kindTexts({
  kind: 'application_status_changed',
  words: {
    en: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} has withdrawn{% else %}News about {{ job_title }}{% endif %}",
      message: `{% if audience == 'recruiter' %}The application for {{ job_title }} was withdrawn.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} has your application.
{%- when 'viewed' %}{{ company_name }} has looked at your application.
{%- when 'shortlisted' %}{{ company_name }} has put you on the shortlist.
{%- when 'interview' %}{{ company_name }} would like to meet you for an interview.
{%- when 'offer' %}{{ company_name }} makes you an offer.
{%- when 'hired' %}You have the job at {{ company_name }}. Congratulations!
{%- when 'rejected' %}{{ company_name }} has decided not to go on with your application.
{%- when 'withdrawn' %}You have withdrawn your application.
{%- endcase %}{% endif %}${remark}`,
      steps: statusWords.en,
    },
    de: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} hat die Bewerbung zurückgezogen{% else %}Neues zu {{ job_title }}{% endif %}",
      message: `{% if audience == 'recruiter' %}Die Bewerbung für {{ job_title }} wurde zurückgezogen.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} hat deine Bewerbung erhalten.
{%- when 'viewed' %}{{ company_name }} hat sich deine Bewerbung angesehen.
{%- when 'shortlisted' %}Du bist bei {{ company_name }} in der engeren Auswahl.
{%- when 'interview' %}{{ company_name }} möchte dich in einem Gespräch kennenlernen.
{%- when 'offer' %}{{ company_name }} macht dir ein Angebot.
{%- when 'hired' %}Du hast die Stelle bei {{ company_name }}. Herzlichen Glückwunsch!
{%- when 'rejected' %}{{ company_name }} hat sich leider gegen deine Bewerbung entschieden.
{%- when 'withdrawn' %}Du hast deine Bewerbung zurückgezogen.
{%- endcase %}{% endif %}${remark}`,
      steps: statusWords.de,
    },
    fr: {
      title:
        "{% if audience == 'recruiter' %}Candidature retirée : {{ applicant_name }}{% else %}Du nouveau pour {{ job_title }}{% endif %}",
      message: `{% if audience == 'recruiter' %}La candidature pour {{ job_title }} a été retirée.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} a reçu votre candidature.
{%- when 'viewed' %}{{ company_name }} a consulté votre candidature.
{%- when 'shortlisted' %}{{ company_name }} a présélectionné votre candidature.
{%- when 'interview' %}{{ company_name }} souhaite vous rencontrer en entretien.
{%- when 'offer' %}{{ company_name }} vous fait une proposition d’embauche.
{%- when 'hired' %}Le poste chez {{ company_name }} est à vous. Félicitations !
{%- when 'rejected' %}{{ company_name }} n’a pas donné suite à votre candidature.
{%- when 'withdrawn' %}Vous avez retiré votre candidature.
{%- endcase %}{% endif %}${remark}`,
      steps: statusWords.fr,
    },
    es: {
      title:
        "{% if audience == 'recruiter' %}{{ applicant_name }} ha retirado su candidatura{% else %}Novedades sobre {{ job_title }}{% endif %}",
      message: `{% if audience == 'recruiter' %}Se ha retirado la candidatura para {{ job_title }}.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} ha recibido tu candidatura.
{%- when 'viewed' %}{{ company_name }} ha visto tu candidatura.
{%- when 'shortlisted' %}{{ company_name }} ha preseleccionado tu candidatura.
{%- when 'interview' %}{{ company_name }} quiere conocerte en una entrevista.
{%- when 'offer' %}{{ company_name }} te hace una oferta.
{%- when 'hired' %}El puesto en {{ company_name }} es tuyo. ¡Enhorabuena!
{%- when 'rejected' %}{{ company_name }} ha decidido no seguir adelante con tu candidatura.
{%- when 'withdrawn' %}Has retirado tu candidatura.
{%- endcase %}{% endif %}${remark}`,
      steps: statusWords.es,
    },
  },
  mail: ({ steps }, { button }) => {
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
