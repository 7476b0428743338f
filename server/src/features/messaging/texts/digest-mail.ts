import type { MailTemplate } from './language.ts';
import type { Block } from './mail-builder.ts';

/** What a digest says in one language, as Liquid. */
export interface DigestWords {
  /** How well a job fits; `entry` is in reach. */
  readonly match: string;
  /** What the digest only counts. */
  readonly more: string;
  readonly changes: {
    readonly heading: string;
    /** What has become of a job; `change` is in reach. */
    readonly closed: string;
    readonly deadline: string;
    readonly score: string;
  };
  /** What happened around the person. */
  readonly activity: {
    readonly heading: string;
    readonly newJobs: string;
    readonly newMatches: string;
    readonly applications: string;
    readonly applicationChanges: string;
  };
}

const period =
  "{% if frequency == 'hourly' %}{{ until | date }}, {{ from | time }} – {{ until | time }}{% else %}{{ from | short_date }}, {{ from | time }} – {{ until | short_date }}, {{ until | time }}{% endif %}";

const rule = 'class="rule" style="padding:14px 0;border-top:1px solid #dde3df"';
const soft = 'class="soft" style="margin:0;font-size:15px;line-height:22px;color:#5a6765"';
const softApart = soft.replace('margin:0', 'margin:0 0 8px');
const heading = (text: string) =>
  `<p class="ink" style="margin:18px 0 6px;font-weight:600;color:#1a2322">${text}</p>`;
const reason = "{{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}";
const reasonText = (colon: string) => `${reason}{% if terms != '' %}${colon} {{ terms }}{% endif %}`;

/**
 * The mail of a digest: what it tells with links, why each job fits, what is only counted, what has become of the jobs of
 * the last one, and what happened meanwhile. Beside the payload it needs `told`: the entries in the words of their kinds.
 *
 * @param colon as the language sets it
 */
export function digestMail(words: DigestWords, button: Block, colon: string): MailTemplate {
  const { changes, activity } = words;
  const sentence = `{% case change.change %}{% when 'job_closed' %}${changes.closed}{% when 'deadline_near' %}${changes.deadline}{% else %}${changes.score}{% endcase %}`;
  const facts = [
    ['new_jobs', activity.newJobs],
    ['new_matches', activity.newMatches],
    ['applications', activity.applications],
    ['application_changes', activity.applicationChanges],
  ] as const;
  const anything = facts.map(([field]) => `activity.${field} > 0`).join(' or ');
  const job = `{% if entry.location %}{{ entry.location }} · {% endif %}${words.match}`;

  return {
    subject: `{{ title }}${colon} {{ message }}`,
    preheader:
      '{% for entry in told limit: 3 %}{{ entry.title }}{% unless forloop.last %} · {% endunless %}{% endfor %}',
    html: `{% render 'headline', text: title %}
<p class="soft" style="margin:0 0 18px;color:#5a6765">${period}</p>
{% for entry in told %}<div ${rule}><p class="ink" style="margin:0 0 2px;color:#1a2322"><a href="{{ entry.url }}" class="link" style="color:#1f5f5b;font-weight:600">{{ entry.title }}</a></p>
{% if entry.score %}<p ${soft}>${job}</p>
{% if entry.reasons.size > 0 %}<p ${soft}>{% for reason in entry.reasons %}${reasonText(colon)}{% unless forloop.last %} · {% endunless %}{% endfor %}</p>
{% endif %}{% elsif entry.message != '' %}<p ${soft}>{{ entry.message }}</p>
{% endif %}</div>
{% endfor %}
{% if more > 0 %}<div ${rule}><p ${soft}>${words.more}</p></div>{% endif %}
${"{% render 'button', url: action_url, label: action_label %}"}
{% if changes.size > 0 %}${heading(changes.heading)}
{% for change in changes %}<p ${softApart}><a href="{{ base_url }}/jobs/{{ change.job_id }}" class="link" style="color:#1f5f5b">{{ change.job_title | truncate: 100 }} · {{ change.company_name | truncate: 60 }}</a><br>${sentence}</p>
{% endfor %}{% endif %}
{% if ${anything} %}${heading(activity.heading)}
<p ${soft}>${facts
      .map(
        ([field, text]) =>
          `{% if activity.${field} > 0 %}<span style="display:inline-block;padding-right:18px">${text}</span> {% endif %}`,
      )
      .join('')}</p>{% endif %}`,
    text: `{{ title }}
${period}

{% for entry in told %}{{ entry.title }}
{% if entry.score %}${job}
{% for reason in entry.reasons %}- ${reasonText(colon)}
{% endfor %}{% elsif entry.message != '' %}{{ entry.message }}
{% endif %}{{ entry.url }}

{% endfor %}
{% if more > 0 %}${words.more}

{% endif %}
${button.text}

{% if changes.size > 0 %}${changes.heading}
{% for change in changes %}- {{ change.job_title }} · {{ change.company_name }}${colon} ${sentence}
{% endfor %}{% endif %}

{% if ${anything} %}${activity.heading}
${facts.map(([field, text]) => `{% if activity.${field} > 0 %}- ${text}\n{% endif %}`).join('')}{% endif %}`,
  };
}
