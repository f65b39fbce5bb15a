import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { newSeatCode } from './registration.ts';

/** That somebody took part, as anybody with the code may read it. */
export interface AttendanceCertificate {
  readonly code: string;
  /** As the learner gave it when they asked for it. */
  readonly name: string;
  readonly issuedAt: Date;
  readonly workshopKey: number;
}

/** The longest name on a certificate, in characters. */
export const longestCertificateName = 100;

/** Ten signs of 23: 10^13, so that nobody finds somebody's by trying. */
const codeLength = 10;

/**
 * Makes the certificate of somebody who was checked in, or gives the one there is a new name; its code stays. Undefined for who was
 * not there, or came to too few sessions of a programme.
 */
export async function issueCertificate(
  tx: Queryable,
  registrationKey: number,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const kept = name.trim().slice(0, longestCertificateName).toWellFormed();
  const { rows } = await tx.execute<{ certificate_code: string }>(sql`
    update workshop_registration set certificate_name = ${kept}, certificate_at = coalesce(certificate_at, ${now}::timestamptz),
      certificate_code = coalesce(certificate_code, ${newSeatCode(codeLength)}::text), noted_at = ${now}
    where id = ${registrationKey} and checked_in_at is not null and learner_id is not null
      and (completed_at is not null or exists (select 1 from workshop where workshop.id = workshop_id and programme is null))
    returning certificate_code`);
  return rows[0]?.certificate_code;
}

/** The certificate of a code. */
export async function certificateByCode(db: Queryable, code: string): Promise<AttendanceCertificate | undefined> {
  if (!/^[A-Z0-9]{10}$/.test(code)) return undefined;
  const { rows } = await db.execute<{ workshop_id: string; certificate_name: string; certificate_at: string }>(sql`
    select workshop_id, certificate_name, certificate_at from workshop_registration where certificate_code = ${code}`);
  const row = rows[0];
  return (
    row && {
      code,
      name: row.certificate_name,
      issuedAt: new Date(row.certificate_at),
      workshopKey: Number(row.workshop_id),
    }
  );
}
