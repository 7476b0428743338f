import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const common = {
  id: z.string().regex(/^[a-z]{2}-[a-z]+-\d{2}$/),
  language: z.enum(['en', 'de', 'fr', 'es']),
  /** What a rule may be made with, and what it is measured on afterwards. */
  half: z.enum(['tune', 'held_out']),
  title: z.string().min(3),
  company: z.string().min(2),
  location: z.string().min(2),
  description: z.string(),
  pay: z.string(),
};

const labelledPosting = z.discriminatedUnion('label', [
  z.strictObject({
    ...common,
    label: z.literal('fraud'),
    /** `fee`, `bank_details` and `messenger` are complete; the other words only say what kind of fraud it is. */
    reasons: z.array(z.string().regex(/^[a-z_]+$/)).nonempty(),
  }),
  z.strictObject({
    ...common,
    label: z.literal('honest'),
    /** Speaks of money, identity, messengers or fraud without being one. */
    hard: z.boolean(),
  }),
]);

export type LabelledPosting = z.infer<typeof labelledPosting>;

/** All postings of the set, in the order of the files' names. Throws where a line is not well-formed. */
export function readLabelledPostings(): LabelledPosting[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFile(name));
}

function readFile(name: string): LabelledPosting[] {
  const lines = readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => labelledPosting.parse(JSON.parse(line)));
}
