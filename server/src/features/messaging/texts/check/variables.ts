import { kinds, type TemplateChannel, type TemplateVariable } from '@rolecall/contract';
import { z } from 'zod';
import type { KindTexts } from '../../../../platform/kind-texts/index.ts';

/** What a mail can name beyond the payload. */
const ofMails: readonly TemplateVariable[] = [
  { name: 'title', type: 'string', optional: false },
  { name: 'message', type: 'string', optional: false },
  { name: 'name', type: 'string', optional: false },
  { name: 'action_label', type: 'string', optional: false },
  { name: 'action_url', type: 'string', optional: false },
  { name: 'base_url', type: 'string', optional: false },
];
const ofReaders: readonly TemplateVariable[] = [
  { name: 'reader.locale', type: 'string', optional: false },
  { name: 'reader.time_zone', type: 'string', optional: false },
];

const nodeSchema = z.looseObject({
  /** Several: one of them is `null`. */
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});

/** What a template of this kind and channel can name, from the schema of the payload. */
export function variablesOf(
  { kind, mailExtras }: Pick<KindTexts, 'kind' | 'mailExtras'>,
  channel: TemplateChannel,
): TemplateVariable[] {
  const ofPayload = describe(
    z.toJSONSchema(kinds[kind].payload, { io: 'output', unrepresentable: 'any' }),
    '',
    false,
  );
  const ofKind = mailExtras?.variables ?? [];
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
  const isNullable = Array.isArray(node.type) && node.type.includes('null');
  const own = name === '' ? [] : [{ name, type: typeOf(node), optional: optional || isNullable }];
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
  const types = [type ?? 'any'].flat().filter((one) => one !== 'null');
  return types.join(' · ');
}
