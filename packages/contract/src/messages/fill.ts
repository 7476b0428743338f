import type { Formats, Instant, InstantStyle } from './formats.ts';

type Values = Readonly<Record<string, unknown>>;

/** Makes a function of a text with `{parameters}`; the text is cut into pieces once. */
export function fillable(text: string, formats: Formats): (values: Values) => string {
  const [first = '', ...rest] = text.split('{');
  if (rest.length === 0) return () => text;
  const pieces = rest.map((piece) => {
    const end = piece.indexOf('}');
    const [name = '', format = 'text'] = piece.slice(0, end).split(':');
    return { name, say: sayAs(format, formats), after: piece.slice(end + 1) };
  });
  return (values) =>
    pieces.reduce((said, { name, say, after }) => `${said}${say(values[name])}${after}`, first);
}

/** What the types of `defineMessages` let through is one of these; whatever else comes is said as it is. */
function sayAs(format: string, formats: Formats): (value: unknown) => string {
  switch (format) {
    case 'number':
      return (value) => formats.number(Number(value));
    case 'percent':
      return (value) => formats.percent(Number(value));
    case 'list':
      return (value) => formats.list(Array.isArray(value) ? value.map(String) : [String(value)]);
    case 'date':
    case 'short_date':
    case 'time':
    case 'date_time':
    case 'short_date_time':
      return (value) => formats.instant(toInstant(value), format satisfies InstantStyle);
    default:
      return String;
  }
}

const toInstant = (value: unknown): Instant => (value instanceof Date ? value : String(value));
