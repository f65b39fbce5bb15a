import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { AnnouncementPreview } from '../conversation/index.ts';
import { type Broadcast, type BroadcastChange, broadcastLimits } from '../outreach/index.ts';
import { audienceWords } from './broadcast-audience.tsx';
import { Previews } from './broadcast-preview.tsx';
import { LiveProgress, Status } from './broadcast-progress.tsx';
import { Changes, ReceiptSentences } from './broadcast-receipt.tsx';
import { shortHash } from './broadcast-words.ts';
import { TextArea, TextField } from './fields.tsx';
import { Form, mayUse, useFrame } from './layout.tsx';
import type { ConsoleRoute } from './routes.ts';
import { Table } from './table.tsx';

/** What goes on while figures move. */
const whatHappens = {
  scheduled: 'console-bc-scheduled-what',
  sending: 'console-bc-sending-what',
  paused: 'console-bc-paused-what',
} as const;

/** How a member is called. */
export type Names = (id: number | undefined) => string;

interface BodyProps {
  readonly broadcast: Broadcast;
  readonly nameOf: Names;
  /** Who looks. */
  readonly me: number;
  /** Title of the workshop that people can register for. */
  readonly workshop: string | undefined;
  readonly previews: readonly AnnouncementPreview[];
  /** What one writes to the bot to get it oneself. */
  readonly testMessage: string;
  /** Corrections and takings back, the newest first. */
  readonly changes: readonly BroadcastChange[];
  /** How often each choice was taken, by its place. */
  readonly taken: ReadonlyMap<number, { readonly opens: number; readonly votes: number }>;
}

/** All about one announcement: where it stands, what comes next, what it says to whom. */
export const BroadcastBody: FC<BodyProps> = (props) => {
  const { broadcast, nameOf, previews } = props;
  const { t, time } = useFrame();
  const path = `/console/broadcasts/${broadcast.id}`;
  return (
    <div id="broadcast">
      <p>
        <a href="/console/broadcasts">{t('console-broadcasts')}</a>
      </p>
      <h1>{broadcast.title}</h1>
      <p>
        <Status broadcast={broadcast} /> · {t('console-bc-written-by', { name: nameOf(broadcast.authorId) })}
        {broadcast.submittedAt !== undefined &&
          ` · ${t('console-bc-submitted-by', { name: nameOf(broadcast.submittedBy), time: time(broadcast.submittedAt) })}`}
        {broadcast.approvedAt !== undefined &&
          ` · ${t('console-bc-approved-by', { name: nameOf(broadcast.approvedBy), time: time(broadcast.approvedAt) })}`}
      </p>
      {broadcast.emergency && (
        <p class="notice alarm">
          {t('console-bc-is-emergency')}
          {broadcast.emergencyReason !== undefined &&
            ` ${t('console-bc-emergency-why')}: ${t('console-bc-emergency-reason', { reason: broadcast.emergencyReason })}.`}
        </p>
      )}
      <NextStep {...props} path={path} />
      {broadcast.batchId !== undefined && <Answers {...props} />}
      <Changes changes={props.changes} />
      <section>
        <h2>{t('console-bc-whom-when')}</h2>
        <Facts {...props} />
      </section>
      <section>
        <h2>{t('console-bc-preview')}</h2>
        <p class="quiet">{t('console-bc-preview-hint')}</p>
        <Previews previews={previews} />
        <TestToSelf {...props} />
      </section>
    </div>
  );
};

/** A button that takes a step, for whom it would not lead to a refusal. */
export const StepButton: FC<{
  path: string;
  step: 'submit' | 'approve' | 'pause' | 'resume' | 'cancel' | 'duplicate' | 'recall' | 'retry';
  label: string;
  isMain?: boolean;
  hash?: string | undefined;
}> = ({ path, step, label, isMain = false, hash }) => {
  const frame = useFrame();
  if (!mayUse(frame, `POST /console/broadcasts/:id/${step}` satisfies ConsoleRoute)) return null;
  return (
    <Form action={`${path}/${step}`} class="inline">
      {hash !== undefined && <input type="hidden" name="hash" value={hash} />}
      <button type="submit" class={isMain ? undefined : 'secondary'}>
        {label}
      </button>
    </Form>
  );
};

const Actions: FC<PropsWithChildren> = ({ children }) => <div class="actions">{children}</div>;

function NextStep({ broadcast, path, me, nameOf }: BodyProps & { readonly path: string }): Child {
  const frame = useFrame();
  const { t } = frame;
  const edit = mayUse(frame, 'POST /console/broadcasts/:id') && (
    <a href={`${path}/edit`} class="button secondary">
      {t('console-bc-edit')}
    </a>
  );
  const duplicate = <StepButton path={path} step="duplicate" label={t('console-bc-duplicate')} />;
  switch (broadcast.status) {
    case 'draft':
      return (
        <section class="next">
          {broadcast.returnWord !== undefined && (
            <p class="notice">{t('console-bc-returned-word', { word: broadcast.returnWord })}</p>
          )}
          <p>{t('console-bc-draft-next', { count: broadcast.figures.recipients })}</p>
          <Actions>
            <StepButton path={path} step="submit" label={t('console-bc-submit')} isMain />
            {edit}
            {duplicate}
          </Actions>
        </section>
      );
    case 'submitted':
      return <Approval broadcast={broadcast} path={path} me={me} nameOf={nameOf} edit={edit} />;
    case 'scheduled':
    case 'sending':
    case 'paused':
      return (
        <section class="next">
          <LiveProgress broadcast={broadcast} path={path} />
          <p class="quiet">{t(whatHappens[broadcast.status])}</p>
          <Actions>
            {broadcast.status === 'paused' ? (
              <StepButton path={path} step="resume" label={t('console-bc-resume')} isMain />
            ) : (
              <StepButton path={path} step="pause" label={t('console-bc-pause')} isMain />
            )}
            <StepButton path={path} step="cancel" label={t('console-bc-cancel')} />
            {duplicate}
          </Actions>
          <Amends broadcast={broadcast} path={path} />
        </section>
      );
    case 'done':
    case 'cancelled':
    case 'recalled':
      return (
        <section class="next">
          <LiveProgress broadcast={broadcast} path={path} />
          <ReceiptSentences broadcast={broadcast} />
          <Actions>
            <a href={`${path}/receipt`} class="button">
              {t('console-bc-see-receipt')}
            </a>
            {duplicate}
          </Actions>
          <Amends broadcast={broadcast} path={path} />
        </section>
      );
  }
}

/** What can still be done about what was sent. */
const Amends: FC<{ broadcast: Broadcast; path: string }> = ({ broadcast, path }) => {
  const frame = useFrame();
  const { t } = frame;
  const { status, figures, text } = broadcast;
  if (status === 'recalled' || !mayUse(frame, 'POST /console/broadcasts/:id/correct')) return null;
  const state = { given: { text: text.vi, text_en: text.en ?? '' }, problems: {} };
  return (
    <>
      {status !== 'cancelled' && (
        <details>
          <summary>{t('console-bc-correct')}</summary>
          <p class="quiet">{t('console-bc-correct-what')}</p>
          <Form action={`${path}/correct`}>
            <TextArea
              name="text"
              label={t('console-bc-text')}
              rows={5}
              required
              maxlength={broadcastLimits.text}
              state={state}
            />
            <TextArea
              name="text_en"
              label={t('console-bc-text-en')}
              rows={3}
              maxlength={broadcastLimits.text}
              state={state}
            />
            <div class="actions">
              <button type="submit">{t('console-bc-correct-save')}</button>
            </div>
          </Form>
        </details>
      )}
      <Actions>
        {figures.failed > 0 && <StepButton path={path} step="retry" label={t('console-bc-retry')} />}
        <StepButton path={path} step="recall" label={t('console-bc-recall')} />
        <a href="/console/inbox">{t('console-bc-replies')}</a>
      </Actions>
    </>
  );
};

/** What waits for a second person: exactly what was submitted, and why its author cannot approve it. */
const Approval: FC<{ broadcast: Broadcast; path: string; me: number; nameOf: Names; edit: Child }> = ({
  broadcast,
  path,
  me,
  edit,
}) => {
  const frame = useFrame();
  const { t } = frame;
  const isOwn = [broadcast.authorId, broadcast.editedBy, broadcast.submittedBy].includes(me);
  const mayApprove = mayUse(frame, 'POST /console/broadcasts/:id/approve');
  return (
    <section class="next">
      <p>
        {t('console-bc-waits-approval', { count: broadcast.figures.recipients })}{' '}
        {t('console-bc-code', { code: shortHash(broadcast) })}
      </p>
      {isOwn ? (
        <p class="notice">{t('console-bc-own')}</p>
      ) : (
        !mayApprove && <p class="notice">{t('console-bc-other-approves')}</p>
      )}
      <Actions>
        {!isOwn && (
          <StepButton path={path} step="approve" label={t('console-bc-approve')} hash={broadcast.contentHash} isMain />
        )}
        {edit}
      </Actions>
      {mayUse(frame, 'POST /console/broadcasts/:id/return') && (
        <details>
          <summary>{t('console-bc-return')}</summary>
          <Form action={`${path}/return`}>
            <TextField
              name="word"
              label={t('console-bc-return-word')}
              maxlength={500}
              state={{ given: {}, problems: {} }}
            />
            <div class="actions">
              <button type="submit" class="secondary">
                {t('console-bc-return')}
              </button>
            </div>
          </Form>
        </details>
      )}
    </section>
  );
};

/** To whom, when, with what button. */
const Facts: FC<BodyProps> = ({ broadcast, workshop }) => {
  const { t, locale, time } = useFrame();
  return (
    <ul>
      {audienceWords(t, locale, broadcast.audience).map((line) => (
        <li>{line}</li>
      ))}
      <li>
        {broadcast.notBefore === undefined
          ? t('console-bc-at-once')
          : t('console-bc-from', { time: time(broadcast.notBefore) })}
      </li>
      <li>
        {broadcast.notAfter === undefined
          ? t('console-bc-no-end')
          : t('console-bc-until', { time: time(broadcast.notAfter) })}
      </li>
      {workshop !== undefined && <li>{t('console-bc-registers', { workshop })}</li>}
      {broadcast.text.en === undefined && <li>{t('console-bc-no-english')}</li>}
    </ul>
  );
};

/** How to see it on one's own phone before anybody else does. */
const TestToSelf: FC<BodyProps> = ({ testMessage }) => {
  const frame = useFrame();
  const { t } = frame;
  const mayTest = mayUse(frame, 'POST /console/broadcasts') || mayUse(frame, 'POST /console/broadcasts/:id/approve');
  if (!mayTest) return null;
  return (
    <>
      <h3>{t('console-bc-test')}</h3>
      <label for="test">{t('console-bc-test-how')}</label>
      <div class="actions">
        <input id="test" class="code" readonly value={testMessage} />
        <button type="button" class="secondary" data-copy="test" data-copied={t('console-copied')}>
          {t('console-copy')}
        </button>
      </div>
    </>
  );
};

/** What came back: opened links, answers of the poll. */
const Answers: FC<BodyProps> = ({ broadcast, taken }) => {
  const { t, locale } = useFrame();
  if (broadcast.choices.length === 0) return null;
  return (
    <section>
      <h2>{t('console-bc-came-back')}</h2>
      <Table
        caption={t('console-bc-came-back')}
        head={[t('console-bc-choice'), t('console-bc-opened'), t('console-bc-votes')]}
        empty=""
        rows={broadcast.choices.map((choice, position) => [
          (locale === 'en' ? choice.label.en : undefined) ?? choice.label.vi,
          choice.kind === 'link' ? String(taken.get(position)?.opens ?? 0) : '–',
          choice.kind === 'answer' ? String(taken.get(position)?.votes ?? 0) : '–',
        ])}
      />
    </section>
  );
};
