export { templateData } from './personal-data.ts';
export { createTemplatePreviews, type TemplatePreviews, type TrialMails } from './previews.ts';
export {
  announcePublished,
  createTemplateRefresher,
  reportBroken,
  type TemplateRefresher,
} from './refresher.ts';
export { createTemplates, type Templates } from './templates.ts';
