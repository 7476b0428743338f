import { faces } from '../test/growth/faces.ts';
import { hostileTexts } from '../test/growth/hostile.ts';
import { measureCost } from '../test/growth/measure.ts';

/**
 * Milliseconds of CPU that a kilobyte costs each face that reads words from outside: of an ordinary text, and of the hardest
 * one that the growth suite knows, with its name. `npm run bench:parsing -- WORD` measures those with the word in their name.
 */
const length = 32_768;
const ordinary =
  'Senior engineer (m/w/d), Berlin - Germany: build <b>things</b> & mail ada@example.org. 85,000 EUR\n';
const wanted = process.argv[2] ?? '';

console.log('| Face | ordinary, ms/KB | hardest, ms/KB | which is |\n|---|---|---|---|');
for (const { name, read, own } of faces.filter((face) => face.name.includes(wanted))) {
  const attempt = async (text: string) => {
    try {
      await read(text);
    } catch {
      // A refusal is an answer, too, and costs what it costs.
    }
  };
  const usual = await measureCost(
    attempt,
    ordinary.repeat(Math.ceil(length / ordinary.length)).slice(0, length),
  );
  let hardest = { cost: 0, name: '' };
  for (const hostile of hostileTexts(own)) {
    const cost = await measureCost(attempt, hostile.make(length));
    if (cost > hardest.cost) hardest = { cost, name: hostile.name };
  }
  console.log(
    `| ${name} | ${usual.toFixed(4)} | ${hardest.cost.toFixed(4)} | \`${hardest.name.replaceAll('|', '\\|')}\` |`,
  );
}
