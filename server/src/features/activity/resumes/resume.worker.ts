import { type ResumeType, readResume } from './resume-files.ts';

/** What a file is; without content it is kept as it came. */
export interface RecognizedResume {
  readonly type: ResumeType;
  readonly content: Uint8Array | null;
}

/** Recognizes a résumé; null: it is none. */
export function recognizeResume(file: Uint8Array): RecognizedResume | null {
  const read = readResume(file);
  if (read === null) return null;
  return { type: read.type, content: read.content.buffer === file.buffer ? null : read.content };
}
