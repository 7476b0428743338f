export { createDemo, type Demo, type DemoDependencies, type DemoPart } from './demo.ts';
