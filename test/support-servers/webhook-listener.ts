import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebhookListener {
  readonly url: string;
  /** What came, in order. */
  readonly requests: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** Answers the following requests one by one; 200 when none is left. */
  readonly answers: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

/** A bot's webhook on loopback that keeps what it gets. */
export async function startWebhookListener(): Promise<WebhookListener> {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answers: ((response: ServerResponse) => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.shift();
    if (answer === undefined) response.end();
    else answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    answers,
    close: async () => {
      const ended = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await ended;
    },
  };
}

export function answerStatus(status: number): (response: ServerResponse) => void {
  return (response) => {
    response.statusCode = status;
    response.end();
  };
}
