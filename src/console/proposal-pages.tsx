import type { FC } from 'hono/jsx';
import { spanOnPaper } from '../conversation/index.ts';
import {
  approveProposal,
  changeProposal,
  countProposals,
  listProposals,
  longestProposalNote,
  type Proposal,
  type ProposedWorkshop,
  proposalById,
  proposeWorkshop,
  returnProposal,
  withdrawProposal,
} from '../workshops/index.ts';
import { emptyForm, type FormState, TextArea } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf, pathOf, type WorkshopPagesOptions } from './workshop-access.ts';
import { formOf, readWorkshop, WorkshopFields } from './workshop-form.tsx';
import { whereText } from './workshop-words.ts';

const list = '/console/proposals';
const rowsShown = 200;

/** Workshops that organisations would like to hold, and the city's word on each. */
export function addProposalPages(pages: Pages, { database, clock, timezone }: WorkshopPagesOptions): void {
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-proposal');
  const by = (c: ConsoleContext) => ({ staffId: c.var.member.id, now: clock() });

  async function proposalHere(c: ConsoleContext): Promise<Proposal | undefined> {
    const id = c.req.param('id') ?? '';
    return /^\d{1,15}$/.test(id) ? proposalById(database.db, Number(id), boundOf(c)) : undefined;
  }

  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'POST /console/proposals/:id/approve')) return [];
    const waiting = await countProposals(database.db);
    return waiting === 0 ? [] : [{ title: frame.t('console-proposals'), figure: waiting, href: list }];
  });

  pages.on('GET /console/proposals', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const found = await listProposals(database.db, { organisationId: boundOf(c), limit: rowsShown, offset: 0 });
    return page(frame, {
      title: t('console-proposals'),
      children: (
        <>
          <h1>{t('console-proposals')}</h1>
          <p>{t('console-proposals-what')}</p>
          {mayUse(frame, 'POST /console/proposals') && (
            <p>
              <a class="button" href={`${list}/new`}>
                {t('console-proposal-new')}
              </a>
            </p>
          )}
          <Table
            caption={t('console-proposals')}
            head={[
              t('console-workshop'),
              t('console-workshop-when'),
              t('console-organisation'),
              t('console-offer-state'),
            ]}
            empty={t('console-proposals-none')}
            rows={found.map((proposal) => [
              <a href={`${list}/${proposal.id}`}>{proposal.input.title}</a>,
              spanOnPaper(proposal.input, { locale, timezone }),
              proposal.organisation,
              t('console-proposal-state', { state: proposal.state }),
            ])}
          />
        </>
      ),
    });
  });

  function formPage(c: ConsoleContext, state: FormState, of: Proposal | undefined): Response {
    const { frame } = c.var;
    const { t } = frame;
    const title = t(of === undefined ? 'console-proposal-new' : 'console-proposal-edit');
    return page(frame, {
      title,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{title}</h1>
          {of?.note !== undefined && <p class="notice">{of.note}</p>}
          <Form action={of === undefined ? list : `${list}/${of.id}/edit`}>
            <WorkshopFields state={state} organisations={undefined} held={0} />
            <div class="actions">
              <button type="submit">{t('console-proposal-send')}</button>
              <a href={list}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  /** What the form proposes; whose it is does not stand in it. */
  function readProposal(c: ConsoleContext): { input: ProposedWorkshop } | { state: FormState } {
    const read = readWorkshop(c.var.form, { timezone, now: clock() });
    if (!read.ok) return { state: read.state };
    const { organisation: _whose, id: _id, ...input } = read.workshop;
    return { input };
  }

  pages.on('GET /console/proposals/new', (c) => formPage(c, emptyForm, undefined));

  pages.on('POST /console/proposals', async (c) => {
    const organisationId = c.var.member.organisationId;
    if (organisationId === undefined) return refusal(c.var.frame, 404, 'console-no-organisation');
    const read = readProposal(c);
    if ('state' in read) return formPage(c, read.state, undefined);
    const id = await database.transaction((tx) => proposeWorkshop(tx, organisationId, read.input, by(c)));
    return leadTo(c, `${list}/${id}`, { key: 'console-proposal-sent' });
  });

  pages.on('GET /console/proposals/:id', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    const { frame } = c.var;
    const { t, locale } = frame;
    const { input } = proposal;
    return page(frame, {
      title: input.title,
      children: (
        <>
          <p>
            <a href={list}>{t('console-proposals')}</a>
          </p>
          <h1>{input.title}</h1>
          <p>
            <strong>{t('console-proposal-state', { state: proposal.state })}</strong>, {proposal.organisation}
          </p>
          {proposal.note !== undefined && <p class="notice">{proposal.note}</p>}
          <ul class="facts">
            <li>{spanOnPaper(input, { locale, timezone })}</li>
            <li>{whereText(input)}</li>
            {input.onlineUrl !== undefined && <li>{input.onlineUrl}</li>}
            {input.capacity !== undefined && (
              <li>
                {t('console-seats')}: {input.capacity}
              </li>
            )}
          </ul>
          {input.description !== undefined && <p class="text">{input.description}</p>}
          <Decide proposal={proposal} />
        </>
      ),
    });
  });

  pages.on('GET /console/proposals/:id/edit', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    return formPage(
      c,
      formOf({ topics: [], audience: [], organisation: undefined, ...proposal.input }, timezone),
      proposal,
    );
  });

  pages.on('POST /console/proposals/:id/edit', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    const read = readProposal(c);
    if ('state' in read) return formPage(c, read.state, proposal);
    const changed = await database.transaction((tx) => changeProposal(tx, proposal, read.input, by(c)));
    return told(c, proposal, changed, 'console-proposal-sent');
  });

  const told = (c: ConsoleContext, { id }: Proposal, done: boolean, key: string): Response =>
    leadTo(c, `${list}/${id}`, done ? { key } : { kind: 'problem', key: 'console-proposal-wrong-state' });

  pages.on('POST /console/proposals/:id/withdraw', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    const done = await database.transaction((tx) => withdrawProposal(tx, proposal, by(c)));
    return told(c, proposal, done, 'console-proposal-now-withdrawn');
  });

  pages.on('POST /console/proposals/:id/return', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    const why = String(c.var.form.get('note') ?? '').trim();
    if (why === '') return leadTo(c, `${list}/${proposal.id}`, { kind: 'problem', key: 'console-proposal-no-note' });
    const done = await database.transaction((tx) => returnProposal(tx, proposal.id, why, by(c)));
    return told(c, proposal, done, 'console-proposal-now-returned');
  });

  pages.on('POST /console/proposals/:id/approve', async (c) => {
    const proposal = await proposalHere(c);
    if (proposal === undefined) return notFound(c);
    const read = new Date(String(c.var.form.get('read') ?? ''));
    const readAt = Number.isNaN(read.getTime()) ? undefined : read;
    const outcome = await database.transaction((tx) => approveProposal(tx, proposal.id, { ...by(c), readAt }));
    if (outcome.kind === 'own') return refusal(c.var.frame, 403, 'console-proposal-own');
    if (outcome.kind === 'approved')
      return leadTo(c, pathOf(outcome.workshop), { key: 'console-proposal-now-approved' });
    const key = {
      wrong_state: 'console-proposal-wrong-state',
      past: 'console-workshop-past',
      changed: 'console-proposal-changed',
    }[outcome.kind];
    return leadTo(c, `${list}/${proposal.id}`, { kind: 'problem', key });
  });
}

const Decide: FC<{ readonly proposal: Proposal }> = ({ proposal }) => {
  const frame = useFrame();
  const { t, session } = frame;
  const path = `${list}/${proposal.id}`;
  const isOpen = proposal.state === 'submitted' || proposal.state === 'returned';
  const mayDecide =
    proposal.state === 'submitted' &&
    mayUse(frame, 'POST /console/proposals/:id/approve') &&
    session?.member.id !== proposal.authorId;
  return (
    <>
      <div class="actions">
        {proposal.workshopId !== undefined && (
          <a href={pathOf({ id: proposal.workshopId })}>{t('console-proposal-workshop')}</a>
        )}
        {isOpen && mayUse(frame, 'POST /console/proposals/:id/edit') && (
          <a class="button secondary" href={`${path}/edit`}>
            {t('console-proposal-edit')}
          </a>
        )}
        {isOpen && mayUse(frame, 'POST /console/proposals/:id/withdraw') && (
          <Form action={`${path}/withdraw`}>
            <button type="submit" class="secondary">
              {t('console-proposal-withdraw')}
            </button>
          </Form>
        )}
        {mayDecide && (
          <Form action={`${path}/approve`}>
            <input type="hidden" name="read" value={proposal.updatedAt.toISOString()} />
            <button type="submit">{t('console-proposal-approve')}</button>
          </Form>
        )}
      </div>
      {mayDecide && (
        <Form action={`${path}/return`}>
          <TextArea
            name="note"
            label={t('console-proposal-note')}
            rows={2}
            required
            maxlength={longestProposalNote}
            state={emptyForm}
          />
          <button type="submit" class="secondary">
            {t('console-proposal-return')}
          </button>
        </Form>
      )}
    </>
  );
};
