import type { Database } from '../../src/database/index.ts';
import { addMember, makeToken, type Role } from '../../src/staff/index.ts';

/** A member with a token, as `npm run staff -- add` and `token` make them. */
export interface TestMember {
  readonly id: number;
  readonly token: string;
}

export async function addStaff(
  database: Database,
  role: Role,
  more: { readonly email?: string; readonly displayName?: string; readonly organisationId?: number } = {},
): Promise<TestMember> {
  const at = new Date('2026-11-24T03:00:00Z');
  const email = more.email ?? `${role}@thanhpho.example`;
  return database.transaction(async (tx) => {
    const { displayName, organisationId } = more;
    const member = await addMember(tx, { email, role, organisationId, displayName }, at);
    if (member === undefined) throw new Error(`${email} is there already.`);
    return { id: member.id, token: await makeToken(tx, member, at) };
  });
}

interface CaseAnswer {
  readonly id: number;
  readonly kind: string;
  readonly status: string;
  readonly course: { readonly id: string; readonly title: string } | null;
  readonly reasons: readonly string[];
  readonly waiting_since: string | null;
  readonly closed_by: string | null;
  readonly claimed_by: { readonly id: number } | null;
  readonly messages: readonly {
    readonly from: string;
    readonly text: string;
    readonly by: { readonly id: number; readonly name: string | null } | null;
    readonly delivery: string | null;
  }[];
  readonly chat?: readonly { readonly from: string; readonly text: string }[] | null;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface ListAnswer {
  readonly cases: readonly CaseAnswer[];
  readonly next_before: number | null;
  readonly counts: { readonly open: number; readonly claimed: number; readonly closed: number };
  readonly oldest_waiting: { readonly id: number; readonly since: string } | null;
}

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** Talks to the staff API as one member. */
export function staffApi(app: App, token: string) {
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await app.request(`/api/v1/inbox${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as CaseAnswer };
  }
  return {
    list: async (query = '') => (await ask('GET', query)).body as unknown as ListAnswer,
    read: (id: number) => ask('GET', `/${id}`),
    claim: (id: number) => ask('POST', `/${id}/claim`),
    release: (id: number) => ask('POST', `/${id}/release`),
    answer: (id: number, text: unknown, key?: string) =>
      ask('POST', `/${id}/answer`, { text }, key === undefined ? {} : { 'idempotency-key': key }),
    close: (id: number, text?: string) => ask('POST', `/${id}/close`, text === undefined ? undefined : { text }),
    ask,
  };
}
