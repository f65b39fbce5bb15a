// @ts-check
// After an install: the package that brings a second Node for trials also links it as node_modules/.bin/node, and every
// npm script would run on that one instead of the Node that npm runs on.
import { rmSync } from 'node:fs';

for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(`node_modules/.bin/${name}`, { force: true });
