export * from './profile-parts.ts';
