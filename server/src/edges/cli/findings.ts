import type { Finding } from './actions.ts';
import type { CliWords } from './cli.messages.ts';

/** A line for each part, with the records to publish below it. */
export function describeFindings(findings: readonly Finding[], words: CliWords): string {
  const width = Math.max(...findings.map(({ part }) => part.length));
  return findings
    .flatMap(({ part, state, setting, detail, record }) => [
      `${part.padEnd(width)}  ${state.padEnd(7)}  ${setting === undefined ? '' : `${setting}: `}${detail}`,
      ...(record === undefined
        ? []
        : [`${' '.repeat(width + 11)}${words.publish({ record: zoneLine(record) })}`]),
    ])
    .join('\n');
}

/** As a zone file has it (RFC 1035, 5.1); a text is cut into strings of at most 255 octets. */
function zoneLine({ name, type, value }: NonNullable<Finding['record']>): string {
  if (type !== 'TXT') return `${name}. ${type} ${value}`;
  const strings = value.match(/.{1,255}/g) ?? [];
  return `${name}. TXT ${strings.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(' ')}`;
}
