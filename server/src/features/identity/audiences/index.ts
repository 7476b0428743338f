export { countAudience, listAudience, sampleAudience } from './audiences.store.ts';
