import { modules } from './modules.ts';

/** All rows of all features that hold something sealed with a key of the instance. */
export const sealedRows = modules.statements.flatMap(({ sealed = [] }) => [...sealed]);
