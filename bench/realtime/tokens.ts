/**
 * Prints a person and an access token on each line, for the server that `start.ts` has started with the same variables.
 *
 *     PORT=9200 BENCH_SECRET=any-text node scripts/node.mjs bench/realtime/tokens.ts 10000
 */
import { createPeople, instanceAt } from './instance.ts';

const { PORT = '9200', BENCH_SECRET = 'bench-secret-not-for-production' } = process.env;

const people = await createPeople(await instanceAt(Number(PORT), BENCH_SECRET), Number(process.argv[2]));
process.stdout.write(people.map(({ id, token }) => `${id}\t${token}\n`).join(''));
