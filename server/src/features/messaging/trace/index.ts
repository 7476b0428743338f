export type { Absences, FoundAbsence } from './absences.ts';
export { lookData } from './personal-data.ts';
export { createTraces, type TraceDependencies, type Traces } from './trace.ts';
