import type { TextRecipient } from '../language/index.ts';

/** Fills in a text by the values of a view. */
interface FillableTemplate {
  render(view: Readonly<Record<string, unknown>>, recipient: TextRecipient): string;
}

/** CPU time, so that a busy machine counts for nothing. In microseconds; real texts take one or two thousand. */
const mostCpu = 100_000;

/**
 * Refuses a text that costs too much for something that is filled in for each of many people, on the event loop.
 * @throws {Error}
 */
export function fillIn(
  template: FillableTemplate,
  view: Readonly<Record<string, unknown>>,
  recipient: TextRecipient,
): string {
  const before = process.threadCpuUsage();
  const text = template.render(view, recipient);
  const { user, system } = process.threadCpuUsage(before);
  if (user + system > mostCpu) throw new Error('it takes too long to fill in');
  return text;
}
