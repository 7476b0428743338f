import type { JsonResume as Stated } from '@rolecall/contract/resumes';

/** A résumé in the shape of JSON Resume 1.0.0; what is not said is left out. */
export type JsonResume = Stated;
export type Basics = Stated['basics'];
export type WorkEntry = Stated['work'][number];
export type EducationEntry = Stated['education'][number];
export type SkillGroup = Stated['skills'][number];
export type LanguageEntry = Stated['languages'][number];
export type CertificateEntry = Stated['certificates'][number];
export type ProjectEntry = Stated['projects'][number];
