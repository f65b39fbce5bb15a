import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import {
  type TrackCertificate,
  trackCertificateByCode,
  withdrawalReasons,
  withdrawCertificateByStaff,
} from '../learning/index.ts';
import { type Endpoint, NotFound, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';

export interface CertificatesApiOptions {
  readonly database: Database;
  readonly clock: Clock;
}

const params = z.object({ code: z.string().min(1).max(20) });

const withdrawal = z.object({ reason: z.enum(withdrawalReasons).optional().describe('Its page says it as well.') });

const certificateSchema = z.object({
  code: z.string(),
  track: z.string(),
  title: z.string(),
  lessons: z.int(),
  finished_at: z.date(),
  issued_at: z.date(),
  withdrawn_at: z.date().nullable(),
  withdrawn_by: z.enum(['learner', 'staff']).nullable(),
  withdrawn_reason: z.enum(withdrawalReasons).nullable(),
});

/** Without the name: that is for whoever was shown the certificate. */
function shown(certificate: TrackCertificate) {
  const { code, track, title, lessons, finishedAt, issuedAt, withdrawn } = certificate;
  return {
    code,
    track,
    title,
    lessons,
    finished_at: finishedAt,
    issued_at: issuedAt,
    withdrawn_at: withdrawn?.at ?? null,
    withdrawn_by: withdrawn?.by ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
  };
}

const one = (description: string) => ({ description, schema: certificateSchema });

/** The staff's part of the API that is certificates of finished tracks. */
export function certificateEndpoints({ database, clock }: CertificatesApiOptions): readonly Endpoint[] {
  async function certificateOf(code: string): Promise<TrackCertificate> {
    const certificate = await trackCertificateByCode(database.db, code.toUpperCase());
    if (certificate === undefined) throw new NotFound();
    return certificate;
  }

  return [
    staffEndpoint('GET /api/v1/certificates/:code', {
      summary: 'A certificate of a finished track, withdrawn or not; no name and no account',
      params,
      answers: { 200: one('The certificate') },
      handle: async ({ c, params: { code } }) => c.json(shown(await certificateOf(code))),
    }),
    staffEndpoint('POST /api/v1/certificates/:code/withdraw', {
      summary: 'Withdraws a certificate: its page says so from then on, and the name on it is deleted',
      params,
      body: withdrawal,
      answers: { 200: one('The certificate as it then is'), 409: { description: 'It was withdrawn before' } },
      async handle({ c, member, params: { code }, body: { reason } }) {
        const { key } = await certificateOf(code);
        const withdrawn = await withdrawCertificateByStaff(database, key, {
          staffId: member.id,
          reason,
          now: clock(),
        });
        if (withdrawn === undefined) return refuse(c, 409, 'withdrawn', 'api-certificate-withdrawn');
        return c.json(shown(withdrawn));
      },
    }),
  ];
}
