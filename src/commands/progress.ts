import type { Translator } from '../locales/index.ts';

const barWidth = 24;

/** How often a log that is no terminal gets a line. */
const logMilliseconds = 5000;

interface Progress {
  readonly pass: 'check' | 'write';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** A bar on a terminal, a line every few seconds elsewhere; on stderr, so that stdout stays for results. */
export function importProgress(t: Translator): { show: (progress: Progress) => void; end: () => void } {
  const isTerminal = process.stderr.isTTY === true;
  let shown = false;
  let last = Date.now();
  return {
    show({ pass, bytes, totalBytes, rows }) {
      const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
      const percent = Math.floor(share * 100);
      const text = t('import-progress', { pass, percent, rows });
      if (isTerminal) {
        const full = Math.round(share * barWidth);
        process.stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(barWidth - full)}] ${text}   `);
        shown = true;
      } else if (Date.now() - last > logMilliseconds) {
        process.stderr.write(`${text}\n`);
        last = Date.now();
      }
    },
    end() {
      if (shown) process.stderr.write('\n');
      shown = false;
    },
  };
}
