export { resumeEvaluator } from './evaluation.ts';
export { findPeopleWithResumes } from './resumes.store.ts';
export {
  applicationResumes,
  createResumes,
  maximumResumes,
  type Resumes,
  type ResumesDependencies,
} from './resumes.ts';
