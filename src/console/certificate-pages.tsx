import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import {
  type TrackCertificate,
  trackCertificateByCode,
  withdrawalReasons,
  withdrawCertificateByStaff,
} from '../learning/index.ts';
import { confirmFirst, emptyForm, type FormState, readFields, SelectField, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';

export interface CertificatePagesOptions {
  readonly database: Database;
  readonly clock: Clock;
}

const list = '/console/certificates';
const pathOf = ({ code }: TrackCertificate): string => `${list}/${code}`;

const reasonNames = {
  mistake: 'console-withdrawal-mistake',
  wrong_person: 'console-withdrawal-wrong-person',
  not_own_work: 'console-withdrawal-not-own-work',
  asked: 'console-withdrawal-asked',
} as const satisfies Readonly<Record<(typeof withdrawalReasons)[number], string>>;

const withdrawal = z.object({ reason: z.enum(withdrawalReasons, 'console-withdrawal-reason-missing') });

/** A code as people read it off a paper. */
const readCode = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** Looking a certificate of a finished track up by its code, and withdrawing it. The name on it is shown to no member of staff. */
export function addCertificatePages(pages: Pages, { database, clock }: CertificatePagesOptions): void {
  const certificateHere = (c: ConsoleContext): Promise<TrackCertificate | undefined> =>
    trackCertificateByCode(database.db, readCode(c.req.param('code') ?? ''));

  function askCode(c: ConsoleContext, state: FormState): Response {
    const { frame } = c.var;
    const { t } = frame;
    return page(frame, {
      title: t('console-certificates'),
      status: Object.keys(state.problems).length > 0 ? 404 : 200,
      children: (
        <>
          <h1>{t('console-certificates')}</h1>
          <p>{t('console-certificates-what')}</p>
          <form class="filter" method="get">
            <TextField name="code" label={t('console-certificate-code')} required maxlength={20} state={state} />
            <button type="submit">{t('console-search')}</button>
          </form>
        </>
      ),
    });
  }

  pages.on('GET /console/certificates', async (c) => {
    const given = c.req.query('code');
    if (given === undefined || given.trim() === '') return askCode(c, emptyForm);
    const found = await trackCertificateByCode(database.db, readCode(given));
    if (found !== undefined) return c.redirect(pathOf(found), 303);
    return askCode(c, { given: { code: given.slice(0, 40) }, problems: { code: 'console-no-certificate' } });
  });

  function show(c: ConsoleContext, certificate: TrackCertificate, state: FormState): Response {
    const { frame } = c.var;
    const { t } = frame;
    return page(frame, {
      title: t('console-certificate', { code: certificate.code }),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={list}>{t('console-certificates')}</a>
          </p>
          <h1>{t('console-certificate', { code: certificate.code })}</h1>
          <Facts certificate={certificate} />
          {certificate.withdrawn === undefined && <Withdraw certificate={certificate} state={state} />}
        </>
      ),
    });
  }

  pages.on('GET /console/certificates/:code', async (c) => {
    const certificate = await certificateHere(c);
    if (certificate === undefined) return refusal(c.var.frame, 404, 'console-no-certificate');
    return show(c, certificate, emptyForm);
  });

  pages.on('POST /console/certificates/:code/withdraw', async (c) => {
    const { frame, form, member } = c.var;
    const { t } = frame;
    const certificate = await certificateHere(c);
    if (certificate === undefined) return refusal(frame, 404, 'console-no-certificate');
    const back = pathOf(certificate);
    if (certificate.withdrawn !== undefined)
      return leadTo(c, back, { kind: 'problem', key: 'console-certificate-is-withdrawn' });
    const read = readFields(form, withdrawal);
    if (!read.ok) return show(c, certificate, read.state);
    const { reason } = read.values;
    const asked = confirmFirst(c, {
      title: t('console-certificate-withdraw'),
      text: t('console-certificate-withdraw-confirm', { code: certificate.code, reason: t(reasonNames[reason]) }),
      button: t('console-certificate-withdraw'),
      back,
    });
    if (asked !== undefined) return asked;
    const entry = { staffId: member.id, reason, now: clock() };
    const withdrawn = await withdrawCertificateByStaff(database, certificate.key, entry);
    if (withdrawn === undefined) return leadTo(c, back, { kind: 'problem', key: 'console-certificate-is-withdrawn' });
    return leadTo(c, back, { key: 'console-certificate-now-withdrawn' });
  });
}

/** What the certificate says, without the name: that is for whoever was shown it. */
const Facts: FC<{ certificate: TrackCertificate }> = ({ certificate }) => {
  const { t, time, locale } = useFrame();
  const { title, english, lessons, finishedAt, issuedAt, withdrawn, code } = certificate;
  return (
    <>
      {withdrawn !== undefined && (
        <p class="notice alarm">
          {t('console-certificate-withdrawn', { by: withdrawn.by, time: time(withdrawn.at) })}
          {withdrawn.reason !== undefined &&
            ` ${t('console-certificate-reason', { reason: t(reasonNames[withdrawn.reason]) })}`}
        </p>
      )}
      <ul>
        <li>{t('console-certificate-track', { title: locale === 'en' ? english : title, lessons })}</li>
        <li>{t('console-certificate-finished', { time: time(finishedAt) })}</li>
        <li>{t('console-certificate-issued', { time: time(issuedAt) })}</li>
      </ul>
      <p>
        <a href={`/certificates/${code}`}>{t('console-certificate-public')}</a>
      </p>
    </>
  );
};

const Withdraw: FC<{ certificate: TrackCertificate; state: FormState }> = ({ certificate, state }) => {
  const frame = useFrame();
  const { t } = frame;
  if (!mayUse(frame, 'POST /console/certificates/:code/withdraw')) return null;
  return (
    <Form action={`${pathOf(certificate)}/withdraw`}>
      <SelectField
        name="reason"
        label={t('console-withdrawal-reason')}
        hint={t('console-withdrawal-hint')}
        state={state}
        choices={[
          ['', t('console-withdrawal-choose')],
          ...withdrawalReasons.map((reason) => [reason, t(reasonNames[reason])] as const),
        ]}
      />
      <button type="submit" class="secondary">
        {t('console-certificate-withdraw')}
      </button>
    </Form>
  );
};
