export { type CheckedTemplate, checkTemplate } from './check.ts';
export { renderTemplateReference } from './documentation.ts';
export { type Sample, sampleOf, samplesOf } from './samples.ts';
export { variablesOf } from './variables.ts';
