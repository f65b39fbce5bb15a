import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** An IPv6 household has a whole /64: it counts as one. */
function network(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = ''] = address.split('%');
  const [before = '', after] = head.split('::');
  const groups = before.split(':').filter(Boolean);
  if (after !== undefined) {
    const rest = after.split(':').filter(Boolean);
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return groups.slice(0, 4).join(':');
}

/**
 * Who is asking: the socket's address, or with proxies in front the address that the outermost trusted one saw, counted
 * from the right of X-Forwarded-For, where nobody outside can write.
 */
export function clientAddress(c: Context, trustProxy: number): string {
  if (trustProxy > 0) {
    const forwarded = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    const seen = forwarded.at(-trustProxy);
    if (seen !== undefined) return network(seen);
  }
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return network(bindings?.incoming?.socket.remoteAddress ?? 'local');
}
