import { expect, test } from 'vitest';
import { runCommandLine } from '../../server/src/edges/cli/command-line.ts';
import { readPage } from './examples.ts';

async function help(words: readonly string[]): Promise<string> {
  let out = '';
  const write = (text: string) => {
    out += text;
  };
  const isNotMeant = () => Promise.reject(new Error('help needs nothing'));
  await runCommandLine([...words, '--help'], 'test', isNotMeant, {
    terminal: { out: { write }, error: { write } },
    readInput: isNotMeant,
    onStop: isNotMeant,
  });
  return out;
}

/** Every command with the words that lead to it and the names of its options. */
async function commandsBelow(words: readonly string[]): Promise<{ words: string; options: string[] }[]> {
  const text = await help(words);
  const names = [...(text.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  if (names.length === 0) {
    const options = [...text.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    return [{ words: words.join(' '), options: [...new Set(options)] }];
  }
  return (await Promise.all(names.map((name) => commandsBelow([...words, name])))).flat();
}

test('every command and every option of the command line is in the docs', async () => {
  const page = readPage('command-line.md');
  const commands = await commandsBelow([]);
  expect(commands.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['serve', 'doctor', 'user create', 'email test', 'email verify', 'email preview']),
  );
  const missing = commands.flatMap(({ words, options }) => [
    ...(page.includes(`| \`${words}`) ? [] : [words]),
    ...options.filter((option) => !page.includes(option)).map((option) => `${words} ${option}`),
  ]);
  expect(missing).toEqual([]);
});
