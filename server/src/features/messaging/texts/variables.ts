import { type Kind, kinds, type TemplateChannel, type TemplateVariable } from '@rolecall/contract';
import { z } from 'zod';

/** What a mail can name beyond the payload. */
const ofMails: readonly TemplateVariable[] = [
  { name: 'title', type: 'string', optional: false },
  { name: 'message', type: 'string', optional: false },
  { name: 'name', type: 'string', optional: false },
  { name: 'action_label', type: 'string', optional: false },
  { name: 'action_url', type: 'string', optional: false },
  { name: 'base_url', type: 'string', optional: false },
];
/** What the mail of a digest can name: its entries in the words of their kinds. */
const ofDigests: readonly TemplateVariable[] = [
  { name: 'told[].title', type: 'string', optional: false },
  { name: 'told[].message', type: 'string', optional: false },
  { name: 'told[].url', type: 'string', optional: false },
  { name: 'told[].location', type: 'string', optional: true },
  { name: 'told[].score', type: 'integer', optional: true },
  { name: 'told[].reasons', type: 'list of objects', optional: false },
];
/** What the mail of an interview can name: addresses that add it to a calendar. It has none once it is cancelled. */
const ofInterviews: readonly TemplateVariable[] = [
  { name: 'calendar.google_url', type: 'string', optional: true },
  { name: 'calendar.outlook_url', type: 'string', optional: true },
];
const ofReaders: readonly TemplateVariable[] = [
  { name: 'reader.locale', type: 'string', optional: false },
  { name: 'reader.time_zone', type: 'string', optional: false },
];

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});

/** Kinds that are about an interview, whose mails come with an entry for calendars. */
export const isInterview = (kind: Kind): boolean =>
  kind === 'interview_invitation' || kind === 'interview_reminder';

/** What a template of this kind and channel can name, from the schema of the payload. */
export function variablesOf(kind: Kind, channel: TemplateChannel): TemplateVariable[] {
  const ofPayload = describe(
    z.toJSONSchema(kinds[kind].payload, { io: 'output', unrepresentable: 'any' }),
    '',
    false,
  );
  const ofKind = kinds[kind].category === 'digests' ? ofDigests : isInterview(kind) ? ofInterviews : [];
  const added = channel === 'email' ? [...ofKind, ...ofMails, ...ofReaders] : ofReaders;
  return [...ofPayload.filter(({ name }) => !added.some((one) => one.name === name)), ...added];
}

function describe(schema: unknown, name: string, optional: boolean): TemplateVariable[] {
  const parsed = nodeSchema.safeParse(schema);
  if (!parsed.success) return [];
  const node = parsed.data;
  if (node.anyOf !== undefined) {
    const forms = node.anyOf.filter((form) => nodeSchema.safeParse(form).data?.type !== 'null');
    const isNullable = forms.length < node.anyOf.length;
    return describe(forms[0], name, optional || isNullable);
  }
  const own = name === '' ? [] : [{ name, type: typeOf(node), optional }];
  if (node.properties !== undefined) {
    const required = new Set(node.required);
    return [
      ...own,
      ...Object.entries(node.properties).flatMap(([field, value]) =>
        describe(value, name === '' ? field : `${name}.${field}`, optional || !required.has(field)),
      ),
    ];
  }
  if (node.items !== undefined) {
    return [...own, ...describe(node.items, `${name}[]`, optional).filter((one) => one.name !== `${name}[]`)];
  }
  return own;
}

function typeOf({ type, format, enum: values, items }: z.infer<typeof nodeSchema>): string {
  if (values !== undefined) return values.map(String).join(' · ');
  if (format === 'date-time') return 'instant';
  if (type === 'array') {
    const item = nodeSchema.safeParse(items);
    return `list of ${item.success && item.data.type === 'object' ? 'objects' : 'texts'}`;
  }
  return type ?? 'any';
}
