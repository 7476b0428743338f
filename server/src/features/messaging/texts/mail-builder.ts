import type { MailTemplate } from './language.ts';

/** A part of a mail in both of its forms. */
export interface Block {
  readonly html: string;
  readonly text: string;
}

const ink = 'class="ink" style="margin:0 0 12px;color:#1a2322"';

/** A paragraph; its own line breaks stay. */
export const paragraph = (text: string): Block => ({
  html: `<p class="ink" style="margin:0 0 12px;color:#1a2322;white-space:pre-line">${text}</p>`,
  text,
});

/** What somebody else has written, where there is something. */
export const said = (field: string): Block => ({
  html: `{% if ${field} != blank %}<blockquote class="ink" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #b9c7c2;color:#1a2322;white-space:pre-line">{{ ${field} }}</blockquote>{% endif %}`,
  text: `{% if ${field} != blank %}{{ ${field} | quote }}{% endif %}`,
});

/** A name and a value, shown where `field` of the view is neither empty nor missing. */
export type Fact = readonly [name: string, value: string, field: string];

/** The jobs of a recommendation with links. @param score what is said of a job, with `job` in reach */
export const jobList = (score: string): Block => ({
  html: `{% for job in jobs %}<p ${ink}><a href="{{ base_url }}/jobs/{{ job.job_id }}" class="link" style="color:#1f5f5b;font-weight:600">{{ job.job_title }}</a><br>{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %} · ${score}</p>{% endfor %}`,
  text: `{% for job in jobs %}{{ job.job_title }}
{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %} · ${score}
{{ base_url }}/jobs/{{ job.job_id }}

{% endfor %}`,
});

/** A mail with the title of the notification as its headline. */
export const mail = (subject: string, preheader: string, ...blocks: readonly Block[]): MailTemplate => ({
  subject,
  preheader,
  html: ["{% render 'headline', text: title %}", ...blocks.map(({ html }) => html)].join('\n'),
  text: ['{{ title }}', ...blocks.map(({ text }) => text.trim())].join('\n\n'),
});

/** Blocks that stand between their words. @param colon as the language sets it */
export function mailBlocks(colon: string) {
  const button: Block = {
    html: "{% render 'button', url: action_url, label: action_label %}",
    text: `{{ action_label }}${colon}\n{{ action_url }}`,
  };
  return {
    /** The one thing to do. */
    button,

    facts: (...rows: readonly Fact[]): Block => ({
      html: `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px">${rows
        .map(
          ([name, value, field]) =>
            `{% if ${field} != blank %}<tr><td class="soft" valign="top" style="padding:2px 16px 2px 0;color:#5a6765">${name}</td><td class="ink" style="padding:2px 0;color:#1a2322">${value}</td></tr>{% endif %}`,
        )
        .join('')}</table>`,
      text: rows
        .map(([name, value, field]) => `{% if ${field} != blank %}${name}${colon} ${value}\n{% endif %}`)
        .join(''),
    }),

    /** Why a job fits. @param heading above the reasons; @param score what is said of the job */
    matchReasons: (heading: string, score: string): Block => ({
      html: `<p class="soft" style="margin:0 0 16px;color:#5a6765">{% if location %}{{ location }} · {% endif %}<strong class="ink" style="color:#1a2322">${score}</strong></p>
{% if reasons.size > 0 %}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="tint" style="background:#eef4f1;border-radius:8px"><tr><td style="padding:14px 18px">
<p class="ink" style="margin:0 0 4px;font-weight:600;color:#1a2322">${heading}</p>
{% for reason in reasons %}<p class="ink" style="margin:0;color:#1a2322">{{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}{% if terms != '' %}${colon} {{ terms }}{% endif %}</p>
{% endfor %}</td></tr></table>{% endif %}`,
      text: `{% if location %}{{ location }} · {% endif %}${score}
{% if reasons.size > 0 %}
${heading}${colon}
{%- for reason in reasons %}
- {{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}{% if terms != '' %}${colon} {{ terms }}{% endif %}
{%- endfor %}
{% endif %}`,
    }),

    /** A mail that says what the inbox says. */
    plain: mail('{{ title }}', '{{ message }}', paragraph('{{ message }}'), button),
  };
}
