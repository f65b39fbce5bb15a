/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Json = unknown;

function nested(depth: number, wrap: (inner: Json) => Json): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

const decomposed = 'ễ'.repeat(9000).normalize('NFD');

/** Values that no field expects. Objects are made as JSON makes them, so that `__proto__` is a key like any other. */
const strange: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => 2 ** 53,
  () => -(2 ** 63),
  () => '',
  () => ' ',
  () => '\u0000',
  () => 'a\u0000b\u001b[31m',
  () => '\ud83d',
  () => 'a\udc00\ud800b',
  () => '\u202eabc\ufeff',
  () => decomposed,
  () => '😀'.repeat(5000),
  () => `${'a'.repeat(1999)}😀`,
  () => 'null',
  () => '123456789012345678901234567890',
  () => "'; drop table turn; --",
  () => '{"ok":true}',
  () => '/start \u0000',
  () => '/start '.padEnd(5000, 'x'),
  () => [],
  () => {
    return {};
  },
  () => [null],
  () => Array.from({ length: 300 }, (_, position) => position),
  () => nested(400, (inner) => [inner]),
  () => nested(200, (inner) => ({ result: { message: inner } })),
  () => JSON.parse('{"__proto__":{"is_bot":true,"type":"private"}}'),
  () => JSON.parse('{"constructor":{"prototype":{"id":1}},"toString":1,"hasOwnProperty":0}'),
];

/** Makes malformed updates out of real ones; the same seed makes the same. */
export function createMangler(seed: number, updates: readonly object[]): { next(): Json } {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const strangeValue = (): Json => pick(strange)();
  const texts = updates.map((update) => JSON.stringify(update));
  const real = (): Json => JSON.parse(pick(texts));

  /** Objects and arrays inside, the outermost first; of deep or long ones the first forty. */
  function containers(value: Json): Record<string, Json>[] {
    const found: Record<string, Json>[] = [];
    const waiting = [value];
    for (let one = waiting.shift(); one !== undefined && found.length < 40; one = waiting.shift()) {
      if (typeof one !== 'object' || one === null) continue;
      found.push(one as Record<string, Json>);
      waiting.push(...Object.values(one).filter((inner) => typeof inner === 'object' && inner !== null));
    }
    return found;
  }

  function change(update: Json): Json {
    const container = pick(containers(update));
    if (container === undefined) return strangeValue();
    const keys = Object.keys(container);
    const key = keys.length === 0 ? 'id' : pick(keys);
    switch (below(7)) {
      case 0:
        delete container[key];
        return update;
      case 1:
        container[key] = [container[key]];
        return update;
      case 2:
        container[key] = { [key]: container[key] };
        return update;
      case 3: {
        const other = containers(real());
        container[key] = pick(other);
        return update;
      }
      case 4:
        Object.defineProperty(container, pick(['__proto__', 'constructor', 'toString', 'valueOf']), {
          value: strangeValue(),
          enumerable: true,
          configurable: true,
          writable: true,
        });
        return update;
      case 5:
        if (typeof container[key] === 'string') container[key] = mangledText(container[key]);
        else if (typeof container[key] === 'number') container[key] = String(container[key]);
        else container[key] = strangeValue();
        return update;
      default:
        container[key] = strangeValue();
        return update;
    }
  }

  function mangledText(text: string): string {
    const at = below(text.length + 1);
    return text.slice(0, at) + pick(['\u0000', '\ud800', '\udfff', '\n', '"', '\u2028', '0', '-']) + text.slice(at);
  }

  function envelope(update: Json): Json {
    switch (below(40)) {
      case 0:
        return [update];
      case 1:
        return { ok: true, result: update };
      case 2:
        return { ok: true, result: [update] };
      case 3:
        return { ok: true, result: { ok: true, result: update } };
      case 4:
        return { update };
      case 5:
        return JSON.stringify(update);
      case 6:
        return strangeValue();
      default:
        return update;
    }
  }

  return {
    next() {
      let update: Json = real();
      for (let changes = 1 + below(3); changes > 0; changes--) update = change(update);
      return envelope(update);
    },
  };
}
