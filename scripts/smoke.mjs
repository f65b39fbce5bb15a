// @ts-check
// Starts the program on the Node that runs this file, on an empty directory, and chats with it once.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dataDir = await mkdtemp(join(tmpdir(), 'bh-smoke-'));
const program = spawn(process.execPath, ['scripts/run.mjs', 'main'], {
  env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const exited = new Promise((done) => program.once('exit', done));

/** @returns {Promise<string>} */
function address() {
  return new Promise((done, fail) => {
    let text = '';
    program.stdout.on('data', (chunk) => {
      text += chunk;
      const url = /^chat (http:\S+)/m.exec(text)?.[1];
      if (url !== undefined) done(url);
    });
    program.once('exit', (code) => fail(new Error(`The program ended with code ${code} before it could answer.`)));
  });
}

let passed = 0;
let failed = 0;
const check = (/** @type {string} */ name, /** @type {boolean} */ good) => {
  console.log(`${good ? 'ok    ' : 'FAILED'}  ${name}`);
  if (good) passed++;
  else failed++;
};

try {
  const url = await address();
  const answer = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'hoc ke toan buoi toi mien phi' }),
  });
  const body = /** @type {{ replies: { courses?: unknown[] }[] }} */ (await answer.json());
  check(
    `Node ${process.version} answers the chat with courses`,
    answer.status === 200 && (body.replies[0]?.courses?.length ?? 0) > 0,
  );
  const page = await fetch(url);
  check(`Node ${process.version} shows the page`, page.status === 200 && (await page.text()).includes('<textarea'));
  program.kill('SIGTERM');
  check(`Node ${process.version} stops cleanly`, (await exited) === 0);
} catch (error) {
  check(`Node ${process.version}: ${error instanceof Error ? error.message : error}`, false);
} finally {
  program.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`smoke: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
