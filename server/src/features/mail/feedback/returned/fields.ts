/** More blocks than any honest report has. */
const mostBlocks = 50;
const mostLines = 1_000;

/**
 * Reads blocks of header fields that are divided by empty lines, as reports have them (RFC 3464, 2.1; RFC 5965, 3). Names
 * are in lower case; of fields that are repeated the first counts. What is no field is left out.
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
      const [, key, value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
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
