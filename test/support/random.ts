export { pick, randomFrom } from '../../server/src/testing/random.ts';
