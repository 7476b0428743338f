export { createRotation, type Rotation, type RotationStep } from './rotation.ts';
