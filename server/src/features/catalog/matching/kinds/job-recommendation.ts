import {
  type Block,
  block,
  headline,
  kindTexts,
  mail,
  marked,
  paragraph,
  sampleId,
  sampleJob,
} from '../../../../platform/kind-texts/index.ts';
import { wantsJobs } from './why.ts';

export const jobRecommendation = kindTexts({
  kind: 'job_recommendation',
  words: {
    en: {
      title: "{{ jobs.size | plural: 'job that fits you', 'jobs that fit you' }}",
      message:
        '{% for job in jobs limit: 3 %}{{ job.job_title }} at {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} more{% endif %}',
      match: '{{ job.score | percent }} match',
      intro: 'Of all open jobs that you have not looked at yet, these fit you best:',
    },
    de: {
      title: "{{ jobs.size | plural: 'Job, der zu dir passt', 'Jobs, die zu dir passen' }}",
      message:
        '{% for job in jobs limit: 3 %}{{ job.job_title }} bei {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} weitere{% endif %}',
      match: 'Passt zu {{ job.score | percent }}',
      intro: 'Von allen offenen Jobs, die du noch nicht angesehen hast, passen diese am besten zu dir:',
    },
    fr: {
      title: "{{ jobs.size | plural: 'offre faite pour vous', 'offres faites pour vous' }}",
      message:
        "{% for job in jobs limit: 3 %}{{ job.job_title }} chez {{ job.company_name }}{% unless forloop.last %} ; {% endunless %}{% endfor %}{% if jobs.size > 3 %} ; {{ jobs.size | minus: 3 | plural: 'autre', 'autres' }}{% endif %}",
      match: '{{ job.score | percent }} de compatibilité',
      intro:
        'Parmi les offres que vous n’avez pas encore vues, voici celles qui vous correspondent le mieux :',
    },
    es: {
      title: "{{ jobs.size | plural: 'empleo para ti', 'empleos para ti' }}",
      message:
        '{% for job in jobs limit: 3 %}{{ job.job_title }} en {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} más{% endif %}',
      match: '{{ job.score | percent }} de compatibilidad',
      intro: 'De todos los empleos abiertos que aún no has visto, estos son los que mejor encajan contigo:',
    },
  },
  mail: ({ match, intro }, { button }) =>
    mail('{{ title }}', '{{ message }}', headline('{{ title }}'), paragraph(intro), jobList(match), button),
  why: wantsJobs,
  sample: {
    jobs: [
      { ...sampleJob, location: 'Hamburg', score: 91 },
      {
        job_id: sampleId(7),
        job_title: 'Tug Master',
        company_name: 'Elbe Towage',
        company_id: sampleId(8),
        location: 'Cuxhaven',
        score: 84,
      },
      {
        job_id: sampleId(9),
        job_title: 'VTS Operator',
        company_name: 'Port Office',
        location: null,
        score: 78,
      },
      {
        job_id: sampleId(10),
        job_title: 'Deck Officer',
        company_name: 'Baltic Lines',
        location: 'Kiel',
        score: 74,
      },
    ],
  },
});

/** The jobs with links. @param match what is said of one, with `job` in reach */
function jobList(match: string): Block {
  return block(
    `{% for job in jobs %}<mj-text padding="0 0 14px"><a href="{{ base_url }}/jobs/{{ job.job_id }}" class="link" style="color:#0f5c4d;font-weight:600">{{ job.job_title }}</a><br>{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %}<br><span style="font-size:15px">${marked(match)}</span></mj-text>{% endfor %}`,
    `{% for job in jobs %}{{ job.job_title }}
{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %} · ${match}
{{ base_url }}/jobs/{{ job.job_id }}

{% endfor %}`,
  );
}
