import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { checkedFile, findAllPatterns, readChecked } from '../test/architecture/patterns.ts';

/**
 * Looks at each regular expression of the source that is new for a text that would take it more than time in proportion to
 * its length, and notes those that have none in test/architecture/checked-patterns.json. `--all` looks at all of them again.
 *
 * The checker, recheck, is no dependency: it would bring 30 MB of binaries that nothing else needs. It is installed into
 * a cache without them when something has to be checked.
 */
const root = path.resolve(import.meta.dirname, '..');
const version = '4.5.0';
const milliseconds = 30_000;

const findingSchema = z.object({
  status: z.enum(['safe', 'vulnerable', 'unknown']),
  complexity: z.object({ summary: z.string() }).optional(),
  attack: z.object({ pattern: z.string() }).optional(),
  error: z.object({ kind: z.string() }).optional(),
});

/** `checkSync` of recheck. */
type Check = (
  source: string,
  flags: string,
  options: { readonly timeout: number; readonly randomSeed: number },
) => unknown;

function loadChecker(): Check {
  const folder = path.join(root, 'node_modules/.cache/recheck', version);
  if (!existsSync(path.join(folder, 'node_modules/recheck'))) {
    const options = ['--omit=optional', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', '--prefix', folder, ...options, `recheck@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  process.env['RECHECK_BACKEND'] = 'pure';
  const { checkSync } = createRequire(path.join(folder, 'index.js'))('recheck');
  return checkSync;
}

const { patterns, unreadable } = findAllPatterns(root);
const { linear, bounded } = readChecked();
const reasons = new Map(Object.entries(bounded));
const known = new Set(process.argv.includes('--all') ? [] : linear);
const safe = new Set<string>();
let failures = unreadable.length;
for (const place of unreadable)
  console.error(`${place}: is not made of constants of its file, so nobody can check it`);

let check: Check | undefined;
let looked = 0;
for (const { text, source, flags, place } of patterns) {
  if (known.has(text)) safe.add(text);
  if (safe.has(text) || reasons.has(text)) continue;
  check ??= loadChecker();
  looked += 1;
  const { status, complexity, attack, error } = findingSchema.parse(
    check(source, flags, { timeout: milliseconds, randomSeed: 0 }),
  );
  if (status === 'safe') {
    safe.add(text);
    continue;
  }
  failures += 1;
  const reason = complexity?.summary ?? error?.kind ?? status;
  console.error(`${place}: ${text}\n  ${reason}${attack === undefined ? '' : `, as with ${attack.pattern}`}`);
}

const used = new Set(patterns.map(({ text }) => text));
const kept = [...reasons].filter(([text]) => used.has(text));
const result = { linear: [...safe].sort(), bounded: Object.fromEntries(kept) };
writeFileSync(checkedFile, `${JSON.stringify(result, null, 2)}\n`);
console.log(`${looked} patterns checked, ${safe.size + kept.length} known, ${failures} failed`);
if (failures > 0) process.exitCode = 1;
