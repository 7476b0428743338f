import {
  type Block,
  band,
  block,
  box,
  companyForms,
  companyMark,
  facts,
  headline,
  kindTexts,
  mail,
  marked,
  paragraph,
  sampleJob,
  when,
} from '../../../../platform/kind-texts/index.ts';
import { decision, decisionExtras } from './decision.ts';

export const jobAlert = kindTexts({
  kind: 'job_alert',
  words: {
    en: {
      title: '{{ job_title }} at {{ company_name }}',
      message: `{{ score | percent }} match{% if reasons.size > 0 %} by {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %}, {{ location }}{% endif %}{% if pay %}, {{ pay | pay }}{% endif %}${companyMark.en}`,
      match: '{{ score | percent }} match',
      reasons: 'Why it fits you',
      mark: companyMark.en,
      place: 'Place',
      pay: 'Pay',
      posted: 'Posted',
      deadline: 'Apply by',
    },
    de: {
      title: '{{ job_title }} bei {{ company_name }}',
      message: `Passt zu {{ score | percent }}{% if reasons.size > 0 %}: {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}{% if pay %} · {{ pay | pay }}{% endif %}${companyMark.de}`,
      match: 'Passt zu {{ score | percent }}',
      reasons: 'Warum der Job zu dir passt',
      mark: companyMark.de,
      place: 'Ort',
      pay: 'Gehalt',
      posted: 'Veröffentlicht',
      deadline: 'Bewerben bis',
    },
    fr: {
      title: '{{ job_title }} chez {{ company_name }}',
      message: `{{ score | percent }} de compatibilité{% if reasons.size > 0 %} : {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}{% if pay %} · {{ pay | pay }}{% endif %}${companyMark.fr}`,
      match: '{{ score | percent }} de compatibilité',
      reasons: 'Pourquoi cette offre vous correspond',
      mark: companyMark.fr,
      place: 'Lieu',
      pay: 'Salaire',
      posted: 'Publiée',
      deadline: 'Postuler avant le',
    },
    es: {
      title: '{{ job_title }} en {{ company_name }}',
      message: `{{ score | percent }} de compatibilidad{% if reasons.size > 0 %} por {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}{% if pay %} · {{ pay | pay }}{% endif %}${companyMark.es}`,
      match: '{{ score | percent }} de compatibilidad',
      reasons: 'Por qué encaja contigo',
      mark: companyMark.es,
      place: 'Lugar',
      pay: 'Sueldo',
      posted: 'Publicado',
      deadline: 'Solicitar antes del',
    },
  },
  mail: ({ match, reasons, mark, place, pay, posted, deadline }, { button, colon, locale }) =>
    mail(
      '{{ title }}',
      `${match}{% if location %} · {{ location }}{% endif %}{% if pay %} · {{ pay | pay }}{% endif %}`,
      band('good', '★', match),
      headline('{{ job_title }}'),
      paragraph(`{{ company_name }}${mark}`),
      facts(
        colon,
        [place, '{{ location }}', 'location'],
        [pay, '{{ pay | pay }}', 'pay'],
        [posted, '{{ published_at | date_time }}', 'published_at'],
        [deadline, '{{ deadline_at | date_time }}', 'deadline_at'],
      ),
      when('reasons.size > 0', box(matchReasons(reasons, colon))),
      button,
      decision(locale, colon),
    ),
  why: {
    en: 'You get this mail because the job fits your profile and you want job alerts by e-mail.',
    de: 'Du bekommst diese Mail, weil der Job zu deinem Profil passt und du per E-Mail von passenden Jobs erfahren möchtest.',
    fr: 'Vous recevez cet e-mail parce que l’offre correspond à votre profil et que vous souhaitez ces alertes par e-mail.',
    es: 'Recibes este correo porque el empleo encaja con tu perfil y quieres estas alertas por correo.',
  },
  group: {
    key: 'company_name',
    name: 'company_name',
    label: {
      en: (company) => `new jobs at ${company}`,
      de: (company) => `neue Jobs bei ${company}`,
      fr: (company) => `nouvelles offres chez ${company}`,
      es: (company) => `empleos nuevos en ${company}`,
    },
  },
  forms: companyForms,
  sample: {
    ...sampleJob,
    location: 'Hamburg',
    score: 87,
    reasons: [
      { code: 'title', terms: ['pilot'], points: 40 },
      { code: 'skills', terms: ['radar', 'german'], points: 35 },
      { code: 'place', terms: ['Hamburg'], points: 12 },
    ],
    pay: { minimum: 48_000, maximum: 56_000, currency: 'EUR', period: 'year' },
    cluster_id: sampleJob.job_id,
    deadline_at: '2026-09-30T21:59:00.000Z',
    published_at: '2026-09-01T08:00:00.000Z',
  },
  mailExtras: decisionExtras,
});

/** Why a job fits. */
function matchReasons(heading: string, colon: string): Block {
  const reason = `{{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}{% if terms != '' %}${colon} {{ terms }}{% endif %}`;
  return block(
    `<mj-text padding="0"><p style="margin:0 0 4px;font-weight:600">${marked(heading)}</p>
{% for reason in reasons %}<p style="margin:0">${marked(reason)}</p>
{% endfor %}</mj-text>`,
    `${heading}${colon}
{%- for reason in reasons %}
- ${reason}
{%- endfor %}`,
  );
}
