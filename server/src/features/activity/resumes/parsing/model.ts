/** A résumé in the shape of JSON Resume 1.0.0; what is not said is left out. */
export interface JsonResume {
  readonly basics: Basics;
  readonly work: readonly WorkEntry[];
  readonly education: readonly EducationEntry[];
  readonly skills: readonly SkillGroup[];
  readonly languages: readonly LanguageEntry[];
  readonly certificates: readonly CertificateEntry[];
  readonly projects: readonly ProjectEntry[];
}

export interface Basics {
  name?: string;
  label?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: { city?: string; countryCode?: string; region?: string; postalCode?: string };
  profiles?: { network: string; username?: string; url?: string }[];
}

export interface WorkEntry {
  name?: string;
  position?: string;
  location?: string;
  startDate?: string;
  endDate?: string;
  summary?: string;
  highlights?: string[];
}

export interface EducationEntry {
  institution?: string;
  area?: string;
  studyType?: string;
  startDate?: string;
  endDate?: string;
  score?: string;
  courses?: string[];
}

export interface SkillGroup {
  name: string;
  keywords?: string[];
}

export interface LanguageEntry {
  language: string;
  fluency?: string;
}

export interface CertificateEntry {
  name: string;
  issuer?: string;
  date?: string;
}

export interface ProjectEntry {
  name: string;
  description?: string;
  startDate?: string;
  endDate?: string;
  highlights?: string[];
}
