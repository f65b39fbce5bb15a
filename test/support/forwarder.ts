import { createServer, request } from 'node:http';

/** A load balancer in small: hands each request to the next replica, and to another when that one does not answer. */
export interface Forwarder {
  readonly url: string;
  /** The replicas' addresses; one that is down stays in the list. */
  targets: readonly string[];
  close(): Promise<void>;
}

export async function startForwarder(): Promise<Forwarder> {
  const state = { targets: [] as readonly string[], turn: 0 };
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { targets } = state;
    const first = state.turn++;
    for (let tries = 0; tries < targets.length; tries++) {
      const target = targets[(first + tries) % targets.length];
      const status = await post(`${target}${incoming.url}`, incoming.headers, body);
      if (status === undefined || status >= 500) continue;
      response.writeHead(status).end();
      return;
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The forwarder has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    get targets() {
      return state.targets;
    },
    set targets(targets) {
      state.targets = targets;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** The status of the answer; undefined when none came. */
function post(url: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<number | undefined> {
  return new Promise((done) => {
    const { host: _, ...kept } = headers;
    const outgoing = request(url, { method: 'POST', headers: kept, agent: false }, (response) => {
      response.resume();
      response.once('end', () => done(response.statusCode));
      response.once('error', () => done(undefined));
    });
    outgoing.once('error', () => done(undefined));
    outgoing.end(body);
  });
}
