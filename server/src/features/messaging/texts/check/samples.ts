import { type Kind, kinds } from '@rolecall/contract';
import type { KindTexts } from '../../../../platform/kind-texts/index.ts';

type SampledKind = Pick<KindTexts, 'kind' | 'sample' | 'forms'>;

/** The sample of a kind as it would be stored. */
export const sampleOf = ({
  kind,
  sample,
}: Pick<KindTexts, 'kind' | 'sample'>): Readonly<Record<string, unknown>> => ({
  ...kinds[kind].payload.parse(sample),
});

/** A notification that shows one side of a kind. */
export interface Sample {
  /** Unique within the kind. */
  readonly name: string;
  /** Name of who reads it. */
  readonly reader: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Fields that people and feeds fill with whatever they like. */
const free = new Set([
  'name',
  'job_title',
  'company_name',
  'applicant_name',
  'from_name',
  'location',
  'place',
  'note',
  'excerpt',
  'question',
  'skill',
  'client',
  'title',
  'message',
]);

const longTexts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    note: 'Thank you so much for everything that you have sent us 🎉\nWe would like to hear more of it, and to show you the harbour.\n\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    place:
      'https://meet.example.org/rooms/a-very-long-name-of-a-room-that-has-no-space-in-it-anywhere-0123456789',
    message: 'A message of several sentences. It tells what is new, and why that matters. 🚢⚓️',
  }),
);
const longName = 'Maximiliana-Konstantina von Hohenzollern-Sigmaringen 🧑🏽‍✈️';
const rightToLeft = 'شركة ميناء الشمال';

/** All samples of a kind: the usual one first, its other forms, as little as there can be, and names of all sorts. */
export function samplesOf({ kind, sample, forms }: SampledKind): readonly Sample[] {
  const typical = sampleOf({ kind, sample });
  const reader = 'Ada Lovelace';
  return [
    { name: 'typical', reader, payload: typical },
    ...forms.map(([name, change]) => ({ name, reader, payload: { ...typical, ...change } })),
    { name: 'minimal', reader: 'A', payload: minimal(kind, typical) },
    {
      name: 'long',
      reader: longName,
      payload: changed(kind, typical, (field) => longTexts.get(field) ?? longName),
    },
    { name: 'right to left', reader: 'أدا لوفليس', payload: changed(kind, typical, () => rightToLeft) },
  ];
}

/** Without all that the kind can do without. */
function minimal(kind: Kind, payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { payload: schema } = kinds[kind];
  let least = payload;
  for (const [field, value] of Object.entries(payload)) {
    const { [field]: _, ...without } = least;
    const smaller: unknown[] = [null, []];
    if (free.has(field) && !mayNotBeBlank.has(field)) smaller.push('');
    if (Array.isArray(value)) smaller.push(value.slice(0, 1));
    const options = [without, ...smaller.map((one) => ({ ...without, [field]: one }))];
    least = options.find((form) => schema.safeParse(form).success) ?? least;
  }
  return least;
}

/** Nobody is without a name, and no job without a title, even where a payload could be. */
const mayNotBeBlank = new Set([
  'name',
  'job_title',
  'company_name',
  'applicant_name',
  'from_name',
  'skill',
  'title',
  'excerpt',
  'question',
]);

/** With another text in each free field, as far as the kind allows that. */
function changed(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  textOf: (field: string) => string,
): Readonly<Record<string, unknown>> {
  const { payload: schema } = kinds[kind];
  let form = payload;
  for (const [field, value] of Object.entries(replaceTexts(payload, textOf))) {
    const { [field]: _, ...rest } = form;
    const other = { ...rest, [field]: value };
    if (schema.safeParse(other).success) form = other;
  }
  return form;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function replaceTexts(
  payload: Readonly<Record<string, unknown>>,
  textOf: (field: string) => string,
): Record<string, unknown> {
  const inside = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => inside(field, one));
    if (isRecord(value)) return replaceTexts(value, textOf);
    return free.has(field) && typeof value === 'string' ? textOf(field) : value;
  };
  return Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, inside(field, value)]));
}
