/** Exit codes: 1 something outside is in the way (port, database), 2 a setting is wrong. */
export function fail(message: string, code: 1 | 2): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
