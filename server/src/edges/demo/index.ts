export { createDemo, type Demo, type DemoDependencies } from './demo.ts';
