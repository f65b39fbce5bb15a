export { type CityKinds, cityKinds } from './kinds.ts';
export { exampleOf, hasExample, loadSamples } from './samples.ts';
export {
  discardUpload,
  findUpload,
  largestUpload,
  receiveUpload,
  safeFileName,
  startImport,
  type Upload,
  uploadProblems,
} from './upload.ts';
export { createImportWorker, type ImportWorker } from './worker.ts';
