import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { runCommandLine } from './edges/cli/command-line.ts';
import { onLauncherGone } from './platform/process/index.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';

/** The first signal asks the process to stop; a second one ends it at once. */
function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stop();
    });
  }
  onLauncherGone(stop);
}

const status = await runCommandLine(
  process.argv.slice(2),
  version,
  async () => {
    const { createActions } = await import('./composition/actions.ts');
    return createActions(version, (message) => process.stderr.write(message));
  },
  {
    terminal: { out: process.stdout, error: process.stderr },
    // Of LC_ALL, LC_MESSAGES or LANG, which the runtime reads.
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    readInput: () => text(process.stdin),
    onStop,
  },
);
process.exit(status);
