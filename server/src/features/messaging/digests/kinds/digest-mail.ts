import {
  block,
  headline,
  type MailBasics,
  mail,
  marked,
  type ShippedMail,
  soft,
  subheading,
  when,
} from '../../../../platform/kind-texts/index.ts';
import type { DigestWords } from './words.ts';

const period =
  "{% if frequency == 'hourly' %}{{ until | date }}, {{ from | time }} – {{ until | time }}{% else %}{{ from | short_date }}, {{ from | time }} – {{ until | short_date }}, {{ until | time }}{% endif %}";

const softText = 'css-class="soft" color="#555f5a" font-size="15px" line-height="22px"';
const reason = "{{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}";
const reasonText = (colon: string) => `${reason}{% if terms != '' %}${colon} {{ terms }}{% endif %}`;

/**
 * The mail of a digest: what it tells with links, why each job fits, what is only counted, what has become of the jobs of
 * the last one, and what happened meanwhile. Beside the payload it needs `told`: the entries in the words of their kinds, and `held`: jobs
 * of the last one that have no page at the moment, which are not among `changes`.
 */
export function digestMail(digest: DigestWords, { button, colon }: MailBasics): ShippedMail {
  const { changes, activity } = digest;
  const sentence = `{% case change.change %}{% when 'job_closed' %}${changes.closed}{% when 'deadline_near' %}${changes.deadline}{% else %}${changes.score}{% endcase %}`;
  const counts = [
    ['new_jobs', activity.newJobs],
    ['new_matches', activity.newMatches],
    ['applications', activity.applications],
    ['application_changes', activity.applicationChanges],
  ] as const;
  const anything = counts.map(([field]) => `activity.${field} > 0`).join(' or ');
  const job = `{% if entry.location %}{{ entry.location }} · {% endif %}${digest.match}{% if entry.unverified %} · ${digest.unverified}{% elsif entry.company_domain %} · ${digest.verified}{{ entry.company_domain }}{% endif %}`;

  return mail(
    `{{ title }}${colon} {{ message }}`,
    '{% for entry in told limit: 3 %}{{ entry.title }}{% unless forloop.last %} · {% endunless %}{% endfor %}',
    headline('{{ title }}'),
    soft(period),
    block(
      `{% for entry in told %}<mj-text padding="0 0 13px"><p style="margin:0 0 2px"><a href="{{ entry.url }}" class="link" style="color:#0f5c4d;font-weight:600">{{ entry.title }}</a></p>
{% if entry.score %}<p class="faint" style="margin:0;font-size:15px;line-height:22px;color:#555f5a">${marked(job)}{% if entry.reasons.size > 0 %}<br>{% for reason in entry.reasons %}${marked(reasonText(colon))}{% unless forloop.last %} · {% endunless %}{% endfor %}{% endif %}</p>
{% elsif entry.message != '' %}<p class="faint" style="margin:0;font-size:15px;line-height:22px;color:#555f5a">{{ entry.message }}</p>
{% endif %}</mj-text>{% endfor %}`,
      `{% for entry in told %}{{ entry.title }}
{% if entry.score %}${job}
{% for reason in entry.reasons %}- ${reasonText(colon)}
{% endfor %}{% elsif entry.message != '' %}{{ entry.message }}
{% endif %}{{ entry.url }}

{% endfor %}`,
    ),
    when('more > 0', soft(digest.more)),
    button,
    when('changes.size > 0 or held.size > 0', block('<mj-divider />', ''), subheading(changes.heading)),
    when(
      'changes.size > 0',
      block(
        `{% for change in changes %}<mj-text ${softText}><p style="margin:0"><a href="{{ base_url }}/jobs/{{ change.job_id }}" class="link" style="color:#0f5c4d">{{ change.job_title | truncate: 100 }} · {{ change.company_name | truncate: 60 }}</a><br>${marked(sentence)}</p></mj-text>{% endfor %}`,
        `{% for change in changes %}- {{ change.job_title }} · {{ change.company_name }}${colon} ${sentence}
{% endfor %}`,
      ),
    ),
    when(
      'held.size > 0',
      block(
        `{% for job in held %}<mj-text ${softText}><p style="margin:0">{{ job.job_title | truncate: 100 }} · {{ job.company_name | truncate: 60 }}<br>${marked(changes.held)}</p></mj-text>{% endfor %}`,
        `{% for job in held %}- {{ job.job_title }} · {{ job.company_name }}${colon} ${changes.held}
{% endfor %}`,
      ),
    ),
    when(
      anything,
      block('<mj-divider />', ''),
      subheading(activity.heading),
      block(
        `<mj-text ${softText}><p style="margin:0">${counts
          .map(
            ([field, text]) =>
              `{% if activity.${field} > 0 %}<span style="display:inline-block;padding-right:18px">${marked(text)}</span> {% endif %}`,
          )
          .join('')}</p></mj-text>`,
        counts.map(([field, text]) => `{% if activity.${field} > 0 %}- ${text}\n{% endif %}`).join(''),
      ),
    ),
  );
}
