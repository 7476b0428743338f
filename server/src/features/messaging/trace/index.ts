export type { Absences, FoundAbsence } from './absences.ts';
export { createTraces, type TraceDependencies, type Traces } from './trace.ts';
