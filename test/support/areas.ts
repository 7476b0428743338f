/** Parts of the repository whose tests have a budget of their own. */
const areas = [
  'contract',
  'client',
  'web',
  'platform',
  'identity',
  'mail',
  'messaging',
  'catalog',
  'activity',
  'oversight',
  'edges and composition',
  'whole processes',
] as const;
export type Area = (typeof areas)[number];

/** @param file path of a test file from the root of its project */
export function areaOf(project: string, file: string): Area {
  if (project === 'contract' || project === 'client' || project === 'web') return project;
  const [, layer, group] = file.split('/');
  if (project !== 'server') return 'whole processes';
  if (layer === 'platform') return 'platform';
  return areas.find((area) => layer === 'features' && area === group) ?? 'edges and composition';
}
