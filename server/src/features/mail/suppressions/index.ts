export { normalizeAddress } from './address.ts';
export { type Block, blockOf, canBeLiftedByProof } from './blocks.ts';
export { suppressionData } from './personal-data.ts';
export { createSuppressions, type Suppressions } from './suppressions.ts';
