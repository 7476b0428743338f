import {
  employmentTypes,
  formatsOf,
  type JobCompany,
  type JobSummary,
  type Locale,
  type Pay,
  seniorities,
  workplaces,
} from '@rolecall/contract';
import { type IconName, icon } from './icons.ts';
import { type FactWords, jobFactMessages } from './job-facts.messages.ts';
import { html, type Markup, nothing } from './markup.ts';

/**
 * What the app shows of a job, in its layout and with its classes: `web/src/components/jobs`. Moments are told in UTC, since
 * nobody knows the zone of a guest yet.
 */
export interface JobWriter {
  readonly words: FactWords;
  /** Workplaces, types and seniorities in words. */
  readonly valueWords: ReadonlyMap<string, string>;
  card(job: JobSummary, address: string): Markup;
  facts(job: JobSummary, classes: string): Markup;
  /** One line without markup: places, terms and pay. */
  line(job: JobSummary): string;
  companyMark(company: JobCompany): Markup;
  moment(instant: string): Markup;
  badge(text: string, tone?: keyof typeof tones): Markup;
}

const zone = 'UTC';
const maximumPlaces = 3;
const maximumSkills = 6;

const tones = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  warn: 'bg-warn-soft text-warn-ink',
} as const;

const writers = new Map<Locale, (now: Date) => JobWriter>();

/** Words and formats of a language are made once. */
export function jobWriter(locale: Locale, now: Date): JobWriter {
  const known = writers.get(locale);
  if (known !== undefined) return known(now);
  const make = createWriters(locale);
  writers.set(locale, make);
  return make(now);
}

function createWriters(locale: Locale): (now: Date) => JobWriter {
  const words = jobFactMessages(locale, zone);
  const valueWords = new Map<string, string>(
    [...workplaces, ...employmentTypes, ...seniorities].map((value) => [value, words[value]()]),
  );
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const formats = formatsOf(locale, zone);
  const badge: JobWriter['badge'] = (text, tone = 'neutral') =>
    html`<span class="inline-flex items-center gap-1 rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap ${tones[tone]}">${text}</span>`;

  function companyMark({ trust, domain }: JobCompany): Markup {
    if (trust === 'source') return nothing;
    if (trust === 'unverified') return html` ${badge(words.unverified(), 'warn')}`;
    return html` ${badge(domain === null ? words.by_operator() : words.verified({ domain }), 'accent')}`;
  }

  const pay = remembered((given: Pay) => JSON.stringify(given), sayPay);
  const applyBy = remembered(
    (deadline: string) => deadline.slice(0, 10),
    (deadline) => words.apply_by({ at: deadline }),
  );

  function sayPay({ minimum, maximum, currency, period }: Pay): string {
    const per = words[`per_${period}`];
    if (minimum !== null && maximum !== null) {
      const amount =
        minimum === maximum
          ? formats.money(minimum, currency)
          : formats.moneyRange(minimum, maximum, currency);
      return per({ amount });
    }
    if (minimum !== null) return words.pay_from({ pay: per({ amount: formats.money(minimum, currency) }) });
    return words.pay_up_to({ pay: per({ amount: formats.money(maximum ?? 0, currency) }) });
  }

  function placesOf(places: readonly string[]): string {
    const more = places.length - maximumPlaces;
    const first = places.slice(0, maximumPlaces).join(' · ');
    return more > 0 ? `${first} ${words.more_places({ count: more })}` : first;
  }

  /** Name and text of each thing that is told. */
  function listFacts(job: JobSummary): readonly (readonly [sign: IconName, name: string, text: string])[] {
    const { places, workplace, employment_type: type, seniority, deadline_at: deadline } = job;
    return [
      ...(places.length === 0 ? [] : [['place', words.place_fact(), placesOf(places)] as const]),
      ...(workplace === null ? [] : [['workplace', words.workplace_fact(), words[workplace]()] as const]),
      ...(type === null ? [] : [['type', words.type_fact(), words[type]()] as const]),
      ...(seniority === null ? [] : [['seniority', words.seniority_fact(), words[seniority]()] as const]),
      ...(job.pay === null ? [] : [['pay', words.pay_fact(), pay(job.pay)] as const]),
      ...(deadline === null ? [] : [['deadline', words.deadline_fact(), applyBy(deadline)] as const]),
    ];
  }

  function facts(job: JobSummary, classes: string): Markup {
    const items = listFacts(job).map(
      ([sign, name, text]) =>
        html`<li class="inline-flex items-center gap-1.5">${icon(sign, 'size-4 shrink-0 text-line-strong')}<span class="sr-only">${name}: </span>${
          sign === 'pay' ? html`<span class="font-medium text-ink">${text}</span>` : text
        }</li>`,
    );
    return html`<ul class="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted ${classes}">${items}</ul>`;
  }

  function skillBadges(skills: readonly string[]): Markup {
    if (skills.length === 0) return nothing;
    const more = skills.length - maximumSkills;
    const shown = skills.slice(0, maximumSkills).map((skill) => html`<li>${badge(skill)}</li>`);
    return html`<ul class="mt-3 flex flex-wrap gap-1.5" aria-label="${words.skills()}">${shown}${
      more > 0 ? html`<li>${badge(`+${more}`)}</li>` : nothing
    }</ul>`;
  }

  return (now) => {
    function moment(instant: string): Markup {
      return html`<time datetime="${instant}">${toRelative(new Date(instant), now)}</time>`;
    }

    function toRelative(at: Date, from: Date): string {
      const distance = at.getTime() - from.getTime();
      const magnitude = Math.abs(distance);
      if (magnitude < 45_000) return words.just_now();
      const step = relativeSteps.find(({ below }) => magnitude < below);
      if (step === undefined) return formats.instant(at, 'short_date');
      const count = Math.max(1, Math.round(magnitude / step.length)) * Math.sign(distance);
      return relative.format(count, step.unit);
    }

    return {
      words,
      valueWords,
      facts,
      companyMark,
      moment,
      badge,
      line: (job) =>
        listFacts(job)
          .map(([, , text]) => text)
          .join(' · '),
      card: (
        job,
        address,
      ) => html`<article class="rounded-2xl border border-line bg-surface shadow-raised relative flex gap-4 p-4 transition-colors hover:border-line-strong sm:p-5">
${monogram(job.company.name, 'card')}
<div class="min-w-0 flex-1">
<div class="min-w-0">
<h2 class="leading-snug font-semibold"><a href="${address}" class="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent">${job.title}</a></h2>
<p class="mt-0.5 text-sm text-muted"><span class="font-medium text-ink">${job.company.name}</span>${companyMark(job.company)} · ${moment(job.published_at)}${
        job.status === 'closed'
          ? html` <span class="ml-2">${badge(words.closed_badge(), 'warn')}</span>`
          : nothing
      }</p>
</div>
${facts(job, 'mt-2.5')}
${job.excerpt === '' ? nothing : html`<p class="mt-2.5 line-clamp-2 text-sm leading-relaxed text-muted">${job.excerpt}</p>`}
${skillBadges(job.skills)}
</div>
</article>`,
    };
  };
}

/** Texts that the formats of the runtime make slowly, and that are the same for many jobs. */
const mostRemembered = 5_000;

function remembered<Given>(
  keyOf: (given: Given) => string,
  say: (given: Given) => string,
): (given: Given) => string {
  const texts = new Map<string, string>();
  return (given) => {
    const key = keyOf(given);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = say(given);
    if (texts.size >= mostRemembered) texts.clear();
    texts.set(key, text);
    return text;
  };
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relativeSteps = [
  { below: hour, unit: 'minute', length: minute },
  { below: day, unit: 'hour', length: hour },
  { below: 7 * day, unit: 'day', length: day },
  { below: 30 * day, unit: 'week', length: 7 * day },
] as const;

const tints = [
  'bg-accent-soft text-accent-ink',
  'bg-info-soft text-info-ink',
  'bg-warn-soft text-warn-ink',
  'bg-plum-soft text-plum-ink',
  'bg-danger-soft text-danger-ink',
] as const;

/** A number that is always the same for a name, below a bound: by it a company has its tint and its picture. */
export function tintOf(name: string, bound: number): number {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return sum % bound;
}

/** How large a monogram is, and where it is shown at all. */
const monogramSizes = {
  card: 'hidden size-11 rounded-lg text-sm sm:grid',
  page: 'grid size-12 rounded-lg text-base',
  person: 'grid size-10 rounded-full text-sm',
} as const;

/** The first letters of a name on its tint. */
export function monogram(name: string, size: keyof typeof monogramSizes): Markup {
  const letters = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('');
  const tint = tints[tintOf(name, tints.length)] ?? tints[0];
  return html`<span aria-hidden="true" class="shrink-0 place-items-center font-semibold uppercase ${tint} ${monogramSizes[size]}">${letters}</span>`;
}
