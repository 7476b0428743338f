export {
  type Cursors,
  countField,
  createCursors,
  idField,
  momentField,
  rankField,
  textField,
} from './cursors.ts';
