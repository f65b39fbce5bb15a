import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** An address of this machine where a program can be reached from outside, as behind `PUBLIC_URL`. */
export interface PublicAddress {
  readonly url: string;
  /** Who answers from now on; 503 before. */
  serve(app: Hono): void;
  close(): Promise<void>;
}

export async function openPublicAddress(): Promise<PublicAddress> {
  let answering: Hono | undefined;
  const server = createServer(
    getRequestListener(async (request) => (await answering?.fetch(request)) ?? new Response('', { status: 503 })),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (app) => {
      answering = app;
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
