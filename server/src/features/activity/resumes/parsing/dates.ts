import { fold, type ResumeLanguage } from './words.ts';

/** A span of time that a text names. Dates are as exact as it is: `2019`, `2019-03`, `2019-03-01`. */
export interface DateSpan {
  readonly start: string | null;
  readonly end: string | null;
  /** It goes on. */
  readonly isOpen: boolean;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

interface Point {
  readonly date: string;
  readonly next: number;
}

const months = new Map<string, number>();
const monthNames = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar feber fevrier fevr fev febrero',
  'march mar marz mrz maerz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre set',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
];
for (const [index, names] of monthNames.entries()) {
  for (const name of names.split(' ')) months.set(name, index + 1);
}

const presentWords = new Set(
  (
    'present current currently now today date ongoing heute jetzt laufend aktuell gegenwart aujourd ' +
    'jour actuel actuelle actuellement cours actualidad presente actual actualmente hoy fecha curso momento'
  ).split(' '),
);
/** Between 'bis' and 'heute', 'to' and 'date', 'la' and 'fecha'. */
const littleWords = new Set('to the bis zu a ce en la el au al dato nos jours'.split(' '));
const sinceWords = new Set('since seit depuis desde ab'.split(' '));
const betweenWords = new Set('to until till through bis hasta a au al'.split(' '));
const dashes = new Set(['-', '–', '—', '−', '‐', '‑', '‒', '―', '~', '→', '/']);
const [earliestYear, latestYear] = [1940, 2060];

const isYear = (word: string | undefined): boolean =>
  word !== undefined && /^\d{4}$/.test(word) && Number(word) >= earliestYear && Number(word) <= latestYear;
const isSmallNumber = (word: string | undefined, most: number): boolean =>
  word !== undefined && /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= most;
const two = (value: string | number): string => String(value).padStart(2, '0');

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu)].map((match) => ({
    word: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Reads dates in a line; the first span is what an entry of a résumé is dated by. */
function findDateSpans(text: string, language: ResumeLanguage): DateSpan[] {
  const tokens = tokensOf(text.slice(0, 400));
  const reader = new DateReader(tokens, language !== 'en');
  const spans: DateSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = reader.spanAt(at);
    if (found === null) at += 1;
    else {
      spans.push(found.span);
      at = found.next;
    }
  }
  return spans;
}

class DateReader {
  readonly #tokens: readonly Token[];
  readonly #isDayFirst: boolean;

  constructor(tokens: readonly Token[], isDayFirst: boolean) {
    this.#tokens = tokens;
    this.#isDayFirst = isDayFirst;
  }

  spanAt(at: number): { span: DateSpan; next: number } | null {
    const isSince = sinceWords.has(this.#word(at));
    const isFrom = isSince || /^(?:from|von|de|du|vom)$/.test(this.#word(at));
    const start = this.#pointAt(isFrom ? at + 1 : at) ?? (isFrom ? this.#pointAt(at) : null);
    if (start === null) return null;
    const before = this.#tokens[at - 1];
    // A number with more digits before or behind is no date but a phone number, an amount or a code.
    const first = this.#tokens[at];
    if (
      before !== undefined &&
      first !== undefined &&
      before.to === first.from &&
      /^[\d+€$£#]$|^\d+$/.test(before.word)
    ) {
      return null;
    }
    const end = this.#endAt(start.next);
    const next = end?.next ?? start.next;
    const span: DateSpan = {
      start: end === null && !isSince && !this.#isDangling(start.next) ? null : start.date,
      end: end === null ? (isSince || this.#isDangling(start.next) ? null : start.date) : end.date,
      isOpen: end === null ? isSince || this.#isDangling(start.next) : end.date === null,
      from: first?.from ?? 0,
      to: this.#tokens[(this.#isDangling(start.next) && end === null ? next + 1 : next) - 1]?.to ?? 0,
    };
    return { span, next };
  }

  #word(at: number): string {
    return this.#tokens[at]?.word ?? '';
  }

  #touches(at: number): boolean {
    return this.#tokens[at - 1]?.to === this.#tokens[at]?.from;
  }

  /** '2019 -' at the end of a line is a span that goes on. */
  #isDangling(at: number): boolean {
    const word = this.#word(at);
    return (
      dashes.has(word) &&
      word !== '/' &&
      (at + 1 >= this.#tokens.length || /^[)\]|]$/.test(this.#word(at + 1)))
    );
  }

  #endAt(at: number): { date: string | null; next: number } | null {
    let place = at;
    if (this.#word(place) === ',') place += 1;
    if (!dashes.has(this.#word(place)) && !betweenWords.has(this.#word(place))) return null;
    while (dashes.has(this.#word(place)) && place < at + 3) place += 1;
    const untilPresent = this.#presentAt(place);
    if (untilPresent !== null) return { date: null, next: untilPresent };
    if (betweenWords.has(this.#word(place))) place += 1;
    const present = this.#presentAt(place);
    if (present !== null) return { date: null, next: present };
    const point = this.#pointAt(place);
    return point === null ? null : { date: point.date, next: point.next };
  }

  #presentAt(at: number): number | null {
    for (let place = at; place < at + 3; place += 1) {
      if (presentWords.has(this.#word(place))) {
        let next = place + 1;
        if (this.#word(next) === "'" && this.#word(next + 1) === 'hui') next += 2;
        return next;
      }
      if (!littleWords.has(this.#word(place))) return null;
    }
    return null;
  }

  #pointAt(at: number): Point | null {
    const word = this.#word(at);
    if (isYear(word)) return this.#afterYear(at);
    const month = months.get(word);
    if (month !== undefined) return this.#afterMonth(at + 1, month);
    if (!isSmallNumber(word, 31)) return null;
    return this.#numericAt(at) ?? this.#dayAndMonthAt(at);
  }

  /** '2019', '2019-03', '2019/03/01'. */
  #afterYear(at: number): Point {
    const year = this.#word(at);
    const parts: string[] = [];
    let next = at + 1;
    while (
      parts.length < 2 &&
      /^[-/.]$/.test(this.#word(next)) &&
      this.#touches(next) &&
      this.#touches(next + 1) &&
      isSmallNumber(this.#word(next + 1), parts.length === 0 ? 12 : 31) &&
      this.#word(next + 1).length === 2
    ) {
      parts.push(this.#word(next + 1));
      next += 2;
    }
    return { date: [year, ...parts].join('-'), next };
  }

  /** Behind 'März': '2019', 'de 2019', '12, 2019', '’19'. */
  #afterMonth(after: number, month: number): Point | null {
    let next = after;
    let day = '';
    if (this.#word(next) === '.') next += 1;
    if (isSmallNumber(this.#word(next), 31) && this.#word(next + 1) === ',') {
      day = `-${two(this.#word(next))}`;
      next += 2;
    } else if (isSmallNumber(this.#word(next), 31) && isYear(this.#word(next + 1))) {
      day = `-${two(this.#word(next))}`;
      next += 1;
    }
    while (/^(?:,|de|del|of|\/|-)$/.test(this.#word(next))) next += 1;
    if (isYear(this.#word(next))) return { date: `${this.#word(next)}-${two(month)}${day}`, next: next + 1 };
    if (this.#word(next) === "'" && /^\d\d$/.test(this.#word(next + 1))) {
      const short = Number(this.#word(next + 1));
      return { date: `${short > 60 ? 1900 + short : 2000 + short}-${two(month)}`, next: next + 2 };
    }
    return null;
  }

  /** '03/2019', '01.03.2019', '3/14/2019'. */
  #numericAt(at: number): Point | null {
    const [first, separator, second] = [this.#word(at), this.#word(at + 1), this.#word(at + 2)];
    if (!/^[-/.]$/.test(separator)) return null;
    if (isYear(second) && isSmallNumber(first, 12)) {
      return { date: `${second}-${two(first)}`, next: at + 3 };
    }
    const year = this.#word(at + 4);
    if (this.#word(at + 3) !== separator || !isSmallNumber(second, 31) || !isYear(year)) return null;
    const isDayFirst =
      Number(first) > 12 || (Number(second) <= 12 && (this.#isDayFirst || separator === '.'));
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    if (Number(month) > 12) return null;
    return { date: `${year}-${two(month)}-${two(day)}`, next: at + 5 };
  }

  /** '1. März 2019', '3 de marzo de 2019'. */
  #dayAndMonthAt(at: number): Point | null {
    let next = at + 1;
    while (/^(?:\.|de|of|er|st|nd|rd|th)$/.test(this.#word(next))) next += 1;
    const month = months.get(this.#word(next));
    if (month === undefined) return null;
    const point = this.#afterMonth(next + 1, month);
    return point === null || point.date.length > 7
      ? point
      : { date: `${point.date}-${two(this.#word(at))}`, next: point.next };
  }
}

/** The first span that has a beginning and an end, else the first date; null: the line is not dated. */
export function dateSpanOf(text: string, language: ResumeLanguage): DateSpan | null {
  const spans = findDateSpans(text, language);
  return spans.find(({ start }) => start !== null) ?? spans[0] ?? null;
}

/** How much of a text is a date: 1 is nothing else. */
export function dateShareOf(text: string, language: ResumeLanguage): number {
  const letters = text.replace(/\s+/g, '').length;
  if (letters === 0 || letters > 60) return 0;
  let dated = 0;
  for (const { from, to } of findDateSpans(text, language))
    dated += text.slice(from, to).replace(/\s+/g, '').length;
  return dated / letters;
}
