import { expect, test } from 'vitest';
import { loadConfig } from '../../platform/config/index.ts';
import type { CommandActions, RunningProcess } from './actions.ts';
import { runCommandLine } from './command-line.ts';

test('a process that is asked to stop while it starts stops when it has started', async () => {
  const { promise: started, resolve: finishStart } = Promise.withResolvers<RunningProcess>();
  const { promise: stopped, resolve: finishStop } = Promise.withResolvers<void>();
  const { promise: listening, resolve: noteStop } = Promise.withResolvers<() => void>();
  const isNotMeant = () => Promise.reject(new Error('not this command'));
  const actions: CommandActions = {
    configure: () => loadConfig([], {}),
    serve: () => started,
    worker: isNotMeant,
    migrate: isNotMeant,
    ingest: isNotMeant,
    checkJobs: isNotMeant,
    trySource: isNotMeant,
    addSource: isNotMeant,
    runSource: isNotMeant,
    listSources: isNotMeant,
    importRates: isNotMeant,
    fillDemo: isNotMeant,
    createUser: isNotMeant,
    changeRole: isNotMeant,
    removeSecondFactor: isNotMeant,
    createSignInLink: isNotMeant,
    doctor: isNotMeant,
    evaluators: new Map(),
    sendTestMails: isNotMeant,
    verifyMail: isNotMeant,
    composeSamples: isNotMeant,
  };
  const status = runCommandLine(['serve', '--port', '0'], 'test', async () => actions, {
    terminal: { out: { write: () => true }, error: { write: () => true } },
    readInput: isNotMeant,
    onStop: noteStop,
  });

  const stop = await listening;
  stop();
  finishStart({ stopped, stop: finishStop });
  expect(await status).toBe(0);
});

const help = async (args: readonly string[], language?: string): Promise<string> => {
  let out = '';
  const write = (text: string) => {
    out += text;
  };
  await runCommandLine([...args, '--help'], 'test', () => Promise.reject(new Error('help needs nothing')), {
    terminal: { out: { write }, error: { write } },
    language,
    readInput: () => Promise.reject(new Error('help reads nothing')),
    onStop: () => {},
  });
  return out;
};

test('the command line speaks the language of the system, or the one that is asked for', async () => {
  expect(await help([])).toContain('run everything in one process');
  expect(await help([], 'en-US-u-va-posix')).toContain('Commands:');
  expect(await help(['user'], 'fr-CA')).toMatch(/^Commandes\s:$/m);
  expect(await help(['--language', 'de', 'ingest'], 'fr')).toContain('Name der Quelle');
  expect(await help(['--language=es'], 'fr')).toContain('lo ejecuta todo en un proceso');
  expect(await help([], 'it-IT')).toContain('run everything in one process');
});
