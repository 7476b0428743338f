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

/** Jobs that are named in the inbox and a push. */
const named = 3;
/** Jobs that are named in a mail. */
const mailed = 5;

/** The newest in a line each: what, where and for how much. */
function newest(at: string, more: string): string {
  const job = `{{ job.job_title }} ${at} {{ job.company_name }}{% if job.location %}, {{ job.location }}{% endif %}{% if job.pay %} ({{ job.pay | pay }}){% endif %}`;
  return `{% for job in jobs limit: ${named} %}${job}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if count > ${named} %}; ${more}{% endif %}`;
}

const others = `count | minus: ${named}`;
const unmailed = `count | minus: ${mailed}`;
const names = "{{ alerts | map: 'name' | slice: 0, 3 | list }}";
const companyMark = companyMarkIn('job.');

export const savedSearchAlert = kindTexts({
  kind: 'saved_search_alert',
  words: {
    en: {
      title: `{{ count | plural: 'new job', 'new jobs' }} for ${names}`,
      message: newest('at', `{{ ${others} | number }} more`),
      label: 'Your alert',
      mark: companyMark.en,
      rest: `{{ ${unmailed} | plural: 'more job is', 'more jobs are' }} in the list of the alert.`,
      from: 'Found by the alert “{{ job.alert_name }}”, posted {{ job.posted_at | date_time }}',
    },
    de: {
      title: `{{ count | plural: 'neuer Job', 'neue Jobs' }} für ${names}`,
      message: newest('bei', `{{ ${others} | plural: 'weiterer', 'weitere' }}`),
      label: 'Dein Suchauftrag',
      mark: companyMark.de,
      rest: `{{ ${unmailed} | plural: 'weiterer Job steht', 'weitere Jobs stehen' }} in der Liste des Suchauftrags.`,
      from: 'Gefunden vom Suchauftrag „{{ job.alert_name }}“, ausgeschrieben {{ job.posted_at | date_time }}',
    },
    fr: {
      title: `{{ count | plural: 'nouvelle offre', 'nouvelles offres' }} pour ${names}`,
      message: newest('chez', `{{ ${others} | plural: 'autre', 'autres' }}`),
      label: 'Votre alerte',
      mark: companyMark.fr,
      rest: `{{ ${unmailed} | plural: 'autre offre est', 'autres offres sont' }} dans la liste de l’alerte.`,
      from: 'Trouvée par l’alerte « {{ job.alert_name }} », publiée le {{ job.posted_at | date_time }}',
    },
    es: {
      title: `{{ count | plural: 'empleo nuevo', 'empleos nuevos' }} para ${names}`,
      message: newest('en', `{{ ${others} | number }} más`),
      label: 'Tu alerta',
      mark: companyMark.es,
      rest: `{{ ${unmailed} | plural: 'empleo más está', 'empleos más están' }} en la lista de la alerta.`,
      from: 'Encontrado por la alerta «{{ job.alert_name }}», publicado el {{ job.posted_at | date_time }}',
    },
  },
  mail: ({ label, mark, rest, from }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', label),
      headline('{{ title }}'),
      jobList(mark, from),
      when(`count > ${mailed}`, soft(rest)),
      button,
    ),
  why: {
    en: 'You get this mail because your saved search asks for it. You can pause or change it among your alerts.',
    de: 'Du bekommst diese Mail, weil dein Suchauftrag es so will. Du kannst ihn bei deinen Suchaufträgen anhalten oder ändern.',
    fr: 'Vous recevez cet e-mail parce que votre recherche enregistrée le demande. Vous pouvez la suspendre ou la modifier parmi vos alertes.',
    es: 'Recibes este correo porque tu búsqueda guardada lo pide. Puedes pausarla o cambiarla entre tus alertas.',
  },
  forms: [
    ['a single job', { count: 1, jobs: sampleJobs(false).slice(0, 1) }],
    ['unverified company', { jobs: sampleJobs(true) }],
  ],
  sample: { count: 7, jobs: sampleJobs(false), alerts: [{ id: sampleId(12), name: 'Pilot in Hamburg' }] },
});

function sampleJobs(isUnverified: boolean): KindPayload<'saved_search_alert'>['jobs'] {
  const found = {
    alert_name: 'Pilot in Hamburg',
    posted_at: '2026-09-01T08:00:00.000Z',
    found_at: '2026-09-01T08:03:00.000Z',
  };
  return [
    {
      ...sampleJob,
      ...(isUnverified && { company_unverified: true }),
      ...found,
      location: 'Hamburg',
      pay: { minimum: 84_000, maximum: 96_000, currency: 'EUR', period: 'year' },
    },
    {
      ...found,
      job_id: sampleId(7),
      job_title: 'Tug Master',
      company_name: 'Elbe Towage',
      location: 'Cuxhaven',
      pay: null,
    },
    {
      ...found,
      job_id: sampleId(9),
      job_title: 'VTS Operator',
      company_name: 'Port Office',
      location: null,
      pay: null,
    },
    {
      ...found,
      job_id: sampleId(10),
      job_title: 'Deck Officer',
      company_name: 'Baltic Lines',
      location: 'Kiel',
      pay: null,
    },
  ];
}

/** The newest with links, places and pay. */
function jobList(mark: string, from: string): Block {
  const place = '{% if job.location %} · {{ job.location }}{% endif %}';
  const pay = '{% if job.pay %} · {{ job.pay | pay }}{% endif %}';
  return block(
    `{% for job in jobs limit: ${mailed} %}<mj-text padding="0 0 14px"><a href="{{ base_url }}/jobs/{{ job.job_id }}" class="link" style="color:#1f5f5b;font-weight:600">{{ job.job_title }}</a><br>{{ job.company_name }}${place}${pay}${marked(mark)}<br><span style="font-size:15px">${marked(from)}</span></mj-text>{% endfor %}`,
    `{% for job in jobs limit: ${mailed} %}{{ job.job_title }}
{{ job.company_name }}${place}${pay}${mark}
${from}
{{ base_url }}/jobs/{{ job.job_id }}

{% endfor %}`,
  );
}
