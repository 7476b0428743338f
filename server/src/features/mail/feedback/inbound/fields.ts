/** More blocks than any valid report has. */
const mostBlocks = 50;
const mostLines = 1_000;

/**
 * Parses blocks of header fields between empty lines, as reports have them (RFC 3464, 2.1; RFC 5965, 3). Names become lower
 * case, the first of several fields with a name counts, and lines without a field are skipped.
 */
export function readFieldBlocks(text: string): ReadonlyMap<string, string>[] {
  const blocks: Map<string, string>[] = [];
  let block = new Map<string, string>();
  let name: string | null = null;
  const end = () => {
    if (block.size > 0) blocks.push(block);
    block = new Map();
    name = null;
  };
  for (const line of text.split(/\r?\n/, mostLines)) {
    if (line.trim() === '') end();
    else if (/^[ \t]/.test(line)) {
      if (name !== null) block.set(name, `${block.get(name) ?? ''} ${line.trim()}`);
    } else {
      const [, key, value = ''] = /^([\w-]+)[ \t]*:(.*)$/s.exec(line) ?? [];
      name = key === undefined || block.has(key.toLowerCase()) ? null : key.toLowerCase();
      if (name !== null) block.set(name, value.trim());
    }
    if (blocks.length === mostBlocks) return blocks;
  }
  end();
  return blocks;
}

/** `value` of `rfc822; value`. */
export function withoutType(value: string | undefined): string | null {
  if (value === undefined) return null;
  return value.replace(/^[\w-]+\s*;\s*/, '').trim() || null;
}
