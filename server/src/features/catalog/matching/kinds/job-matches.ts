import type { KindPayload } from '@rolecall/contract';
import {
  type Block,
  band,
  block,
  companyMarkIn,
  headline,
  kindTexts,
  mail,
  marked,
  sampleId,
  sampleJob,
  soft,
  when,
} from '../../../../platform/kind-texts/index.ts';
import { wantsJobs } from './why.ts';

/** Jobs that are named in the inbox and a push. */
const named = 3;
/** A mail has room for more. */
const mailed = 5;

/** The best in a line each: what, where, how well and why. */
function best(at: string, more: string): string {
  const reasons = `{% if job.reasons.size > 0 %}: {{ job.reasons | map: 'code' | slice: 0, 2 | words: 'match_reason' | list }}{% endif %}`;
  const job = `{{ job.job_title }} ${at} {{ job.company_name }}{% if job.location %}, {{ job.location }}{% endif %} ({{ job.score | percent }}${reasons})`;
  return `{% for job in jobs limit: ${named} %}${job}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if count > ${named} %}; ${more}{% endif %}`;
}

const unnamed = `count | minus: ${named}`;
const others = `count | minus: ${mailed}`;

const companyMark = companyMarkIn('job.');

export const jobMatches = kindTexts({
  kind: 'job_matches',
  words: {
    en: {
      title: "{{ count | plural: 'new job fits you', 'new jobs fit you' }}",
      message: best('at', `{{ ${unnamed} | number }} more`),
      match: '{{ job.score | percent }} match',
      label: 'The best of them',
      mark: companyMark.en,
      rest: `{{ ${others} | plural: 'more job fits you; it is in the list.', 'more jobs fit you; they are in the list.' }}`,
    },
    de: {
      title: "{{ count | plural: 'neuer Job passt zu dir', 'neue Jobs passen zu dir' }}",
      message: best('bei', `{{ ${unnamed} | plural: 'weiterer', 'weitere' }}`),
      match: 'Passt zu {{ job.score | percent }}',
      label: 'Die besten davon',
      mark: companyMark.de,
      rest: `{{ ${others} | plural: 'weiterer Job passt zu dir; er steht in der Liste.', 'weitere Jobs passen zu dir; sie stehen in der Liste.' }}`,
    },
    fr: {
      title: "{{ count | plural: 'nouvelle offre vous correspond', 'nouvelles offres vous correspondent' }}",
      message: best('chez', `{{ ${unnamed} | plural: 'autre', 'autres' }}`),
      match: '{{ job.score | percent }} de compatibilité',
      label: 'Les meilleures',
      mark: companyMark.fr,
      rest: `{{ ${others} | plural: 'autre offre vous correspond ; elle est dans la liste.', 'autres offres vous correspondent ; elles sont dans la liste.' }}`,
    },
    es: {
      title: "{{ count | plural: 'empleo nuevo encaja contigo', 'empleos nuevos encajan contigo' }}",
      message: best('en', `{{ ${unnamed} | number }} más`),
      match: '{{ job.score | percent }} de compatibilidad',
      label: 'Los mejores',
      mark: companyMark.es,
      rest: `{{ ${others} | plural: 'empleo más encaja contigo; está en la lista.', 'empleos más encajan contigo; están en la lista.' }}`,
    },
  },
  mail: ({ match, label, mark, rest }, { button, colon }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', label),
      headline('{{ title }}'),
      jobList(match, mark, colon),
      when(`count > ${mailed}`, soft(rest)),
      button,
    ),
  why: wantsJobs,
  forms: [
    ['unverified company', { jobs: sampleJobs(true) }],
    ['all of them named', { count: 2, jobs: sampleJobs(false).slice(0, 2) }],
  ],
  sample: { count: 18, jobs: sampleJobs(false), score: 91, window_id: sampleId(11) },
});

function sampleJobs(isUnverified: boolean): KindPayload<'job_matches'>['jobs'] {
  return [
    {
      ...sampleJob,
      ...(isUnverified && { company_unverified: true }),
      location: 'Hamburg',
      score: 88,
      reasons: [
        { code: 'title', terms: ['pilot'], points: 45 },
        { code: 'skills', terms: ['radar', 'german'], points: 30 },
      ],
      pay: { minimum: 84_000, maximum: 96_000, currency: 'EUR', period: 'year' },
    },
    {
      job_id: sampleId(7),
      job_title: 'Tug Master',
      company_name: 'Elbe Towage',
      company_id: sampleId(8),
      location: 'Cuxhaven',
      score: 84,
      reasons: [{ code: 'skills', terms: ['ship handling'], points: 30 }],
      pay: null,
    },
    {
      job_id: sampleId(9),
      job_title: 'VTS Operator',
      company_name: 'Port Office',
      location: null,
      score: 78,
      reasons: [],
      pay: null,
    },
    {
      job_id: sampleId(10),
      job_title: 'Deck Officer',
      company_name: 'Baltic Lines',
      location: 'Kiel',
      score: 74,
      reasons: [{ code: 'place', terms: ['Kiel'], points: 5 }],
      pay: null,
    },
    {
      job_id: sampleId(12),
      job_title: 'Harbour Master',
      company_name: 'Port of Emden',
      location: 'Emden',
      score: 71,
      reasons: [{ code: 'title', terms: ['harbour'], points: 20 }],
      pay: null,
    },
  ];
}

/** The best with links, pay and reasons. @param match what is said of one, with `job` in reach */
function jobList(match: string, mark: string, colon: string): Block {
  const place = '{% if job.location %} · {{ job.location }}{% endif %}';
  const pay = '{% if job.pay %} · {{ job.pay | pay }}{% endif %}';
  const reasons = `{% if job.reasons.size > 0 %}${colon} {{ job.reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}`;
  return block(
    `{% for job in jobs limit: ${mailed} %}<mj-text padding="0 0 14px"><a href="{{ base_url }}/jobs/{{ job.job_id }}" class="link" style="color:#0f5c4d;font-weight:600">{{ job.job_title }}</a><br>{{ job.company_name }}${place}${pay}${marked(mark)}<br><span style="font-size:15px">${marked(match)}${reasons}</span></mj-text>{% endfor %}`,
    `{% for job in jobs limit: ${mailed} %}{{ job.job_title }}
{{ job.company_name }}${place}${pay}${mark}
${match}${reasons}
{{ base_url }}/jobs/{{ job.job_id }}

{% endfor %}`,
  );
}
