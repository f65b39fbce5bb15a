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
export { createImportWorker, type ImportRun, type ImportWorker } from './worker.ts';
