import { namesOfSkills, skillVocabulary } from '../../catalog/skills/index.ts';
import { type Line, type ReadDocument, type Refusal, RefusedDocument } from './document/line.ts';
import { readDocument } from './document/read.ts';
import { readJsonResume } from './parsing/json-resume.ts';
import type { JsonResume } from './parsing/model.ts';
import { parseResume } from './parsing/resume.ts';
import type { SectionName } from './parsing/sections.ts';
import type { ResumeLanguage } from './parsing/words.ts';
import { type ResumeType, readResume } from './resume-files.ts';

const mostSkills = 60;

/** What a file is, and what it says. */
export interface ReadFile {
  readonly type: ResumeType;
  /** Null: it is kept as it came. */
  readonly content: Uint8Array | null;
  readonly resume: JsonResume;
  readonly language: ResumeLanguage;
  readonly sections: readonly SectionName[];
  /** Of the vocabulary, in the language of the text. */
  readonly skills: readonly string[];
  /** In the order in which a program reads it. */
  readonly text: string;
  readonly layout: Pick<ReadDocument, 'pages' | 'columns' | 'hasPictures' | 'hasTables'> & {
    /** Contact data stand in the header or footer of the pages, which many programs leave out. */
    readonly contactZone: Line['zone'] | null;
  };
}

/** Recognizes and reads a file, or says why not. */
export async function readResumeFile(file: Uint8Array): Promise<ReadFile | Refusal> {
  try {
    const document = await readDocument(file);
    const read = readResume(file);
    if (read === null) return 'not_a_resume';
    const { type, content } = read;
    const stated = type.extension === '.json' ? readJsonResume(content) : null;
    if (type.extension === '.json' && stated === null) return 'damaged';
    const parsed = parseResume(document);
    const text = document.lines
      .map((line) => (line.isItem ? `• ${line.text}` : line.text))
      .join('\n')
      .toWellFormed();
    const { email } = (stated ?? parsed.resume).basics;
    const zone = document.lines.find((line) => email !== undefined && line.text.includes(email))?.zone;
    return {
      type,
      content: content.buffer === file.buffer ? null : content,
      resume: stated ?? parsed.resume,
      language: parsed.language,
      sections: parsed.sections,
      skills: namesOfSkills(skillVocabulary(), [text], mostSkills),
      text,
      layout: {
        pages: document.pages,
        columns: document.columns,
        hasPictures: document.hasPictures,
        hasTables: document.hasTables,
        contactZone: zone ?? null,
      },
    };
  } catch (error) {
    if (error instanceof RefusedDocument) return error.refusal;
    throw error;
  }
}
