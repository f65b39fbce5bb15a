import type { FC } from 'hono/jsx';
import type { HistoryEntry, Reply } from '../../conversation/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Choice, CourseCard, Locale, Media, Picture, Span } from '../../message/index.ts';
import { asset } from './assets.ts';

/** Text with its line breaks and its light formatting; everything is escaped. */
const Text: FC<{ spans: readonly Span[] }> = ({ spans }) => (
  <p class="text">
    {spans.map((span) => {
      if (typeof span === 'string') return span;
      if (span.url !== undefined) {
        return (
          <a href={span.url} rel="noopener">
            {span.text}
          </a>
        );
      }
      return span.bold ? <strong>{span.text}</strong> : span.text;
    })}
  </p>
);

const ChoiceButton: FC<{ choice: Choice; label: string }> = ({ choice, label }) =>
  choice.url === undefined ? (
    <button type="submit" name="choice" value={choice.id} aria-label={choice.label}>
      {label}
    </button>
  ) : (
    <a class="button" href={choice.url} rel="noopener" aria-label={choice.label}>
      {label}
    </a>
  );

const Card: FC<{ card: CourseCard; number: number; choices: readonly Choice[]; t: Translator }> = ({
  card,
  number,
  choices,
  t,
}) => (
  <li class="card">
    <h3>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      {card.title}
    </h3>
    <p class="organisation">{card.organisation}</p>
    {card.facts.map((fact) => (
      <p class="fact">{fact}</p>
    ))}
    {card.reasons.length > 0 && (
      <ul class="reasons" aria-label={t('web-reasons')}>
        {card.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    )}
    <div class="choices">
      {choices.map((choice) => (
        <ChoiceButton choice={choice} label={choice.shortLabel ?? choice.label} />
      ))}
    </div>
  </li>
);

/** Where a picture is to be had at the page's own address. */
type PicturePath = (picture: Picture) => string;

/** A picture that opens in full when it is pressed, and a way to keep it. */
const Shown: FC<{ media: Media; picturePath: PicturePath; t: Translator }> = ({ media, picturePath, t }) => {
  const path = picturePath(media.picture);
  return (
    <figure class="picture">
      <a href={path} target="_blank" rel="noopener">
        <img src={path} alt={media.alt} width="800" height="1100" loading="lazy" />
      </a>
      <figcaption>
        <a class="button" href={path} download="ban-hoc.png">
          {t('web-save-picture')}
        </a>
      </figcaption>
    </figure>
  );
};

/** One answer: text, a picture, cards with their own choices, footer, the other choices. */
const Answer: FC<{ reply: Reply; picturePath: PicturePath; t: Translator }> = ({
  reply: { id, message },
  picturePath,
  t,
}) => {
  const courses = message.courses ?? [];
  const own = new Set(courses.map((course) => course.id));
  const rest = message.choices.filter((choice) => choice.course === undefined || !own.has(choice.course));
  return (
    <article class="message service" data-id={id}>
      <h2 class="who">{t('web-service')}</h2>
      <div class="bubble">
        <Text spans={message.text} />
        {message.media !== undefined && <Shown media={message.media} picturePath={picturePath} t={t} />}
        {courses.length > 0 && (
          <ol class="cards">
            {courses.map((card, position) => (
              <Card
                card={card}
                number={position + 1}
                choices={message.choices.filter((choice) => choice.course === card.id)}
                t={t}
              />
            ))}
          </ol>
        )}
        {message.footer !== undefined && <Text spans={message.footer} />}
        {rest.length > 0 && (
          <div class="choices">
            {rest.map((choice) => (
              <ChoiceButton choice={choice} label={choice.label} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
};

const PersonBubble: FC<{ text: string; t: Translator }> = ({ text, t }) => (
  <article class="message person">
    <h2 class="who">{t('web-you')}</h2>
    <div class="bubble">
      <p class="text">{text}</p>
    </div>
  </article>
);

/** Answers alone, for the page's script to append. */
export const Answers: FC<{ replies: readonly Reply[]; picturePath: PicturePath; t: Translator }> = ({
  replies,
  picturePath,
  t,
}) => (
  <>
    {replies.map((reply) => (
      <Answer reply={reply} picturePath={picturePath} t={t} />
    ))}
  </>
);

export interface ChatPageProps {
  readonly locale: Locale;
  readonly t: Translator;
  readonly history: readonly HistoryEntry[];
  readonly picturePath: PicturePath;
  /** The person spares data: pictures are left out. */
  readonly isLight: boolean;
  /** Random: the same form sent twice by a nervous finger is answered once. */
  readonly messageId: string;
  /** What went wrong with the last form post, in words. */
  readonly problem?: string;
}

function withoutPicture({ message: { media: _picture, ...message }, ...reply }: Reply): Reply {
  return { ...reply, message };
}

/** The whole page; complete without its script. */
export const ChatPage: FC<ChatPageProps> = ({ locale, t, history, picturePath, isLight, messageId, problem }) => {
  const examples = [t('web-example-1'), t('web-example-2'), t('web-example-3'), t('web-example-4')];
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('web-title')}</title>
        <meta name="description" content={t('web-tagline')} />
        <meta name="color-scheme" content="light dark" />
        <meta property="og:title" content={t('web-title')} />
        <meta property="og:description" content={t('web-tagline')} />
        <meta property="og:type" content="website" />
        <link rel="icon" href={asset('icon.svg').path} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('chat.css').path} />
        <script type="module" src={asset('chat.js').path}></script>
      </head>
      <body
        data-failed={t('web-failed')}
        data-offline={t('web-offline')}
        data-busy={t('web-busy')}
        data-retry={t('web-retry')}
        data-waiting={t('web-waiting')}
        data-you={t('web-you')}
      >
        <a class="skip" href="#text">
          {t('web-skip')}
        </a>
        <header>
          <div class="bar">
            <h1>
              <img src={asset('icon.svg').path} alt="" width="28" height="28" /> {t('web-service')}
            </h1>
            <p class="tagline">{t('web-tagline')}</p>
            <form method="post" action="/" class="chat-form">
              <input type="hidden" name="message_id" value={`${messageId}l`} />
              <button class="quiet" type="submit" name="text" value={locale === 'vi' ? '/ngonngu en' : '/ngonngu vi'}>
                {t('web-language')}
              </button>
              <button class="quiet" type="submit" name="text" value="/giup">
                {t('web-help')}
              </button>
            </form>
          </div>
        </header>
        <main>
          <form method="post" action="/" class="chat-form" id="log-form">
            <input type="hidden" name="message_id" value={`${messageId}c`} />
            <section id="log" role="log" aria-live="polite" aria-label={t('web-log')}>
              {history.length === 0 && (
                <div class="welcome">
                  <p class="text">{t('web-empty')}</p>
                  <div class="choices">
                    {examples.map((example) => (
                      <button type="submit" name="text" value={example}>
                        {example}
                      </button>
                    ))}
                  </div>
                  <p class="text">
                    <a href={locale === 'en' ? '/privacy?lang=en' : '/privacy'}>{t('choice-privacy')}</a>
                  </p>
                </div>
              )}
              {history.map((entry) =>
                entry.from === 'person' ? (
                  <PersonBubble text={entry.text} t={t} />
                ) : (
                  <Answer reply={isLight ? withoutPicture(entry.reply) : entry.reply} picturePath={picturePath} t={t} />
                ),
              )}
              {problem !== undefined && (
                <p class="problem" role="alert">
                  {problem}
                </p>
              )}
            </section>
            <div id="end"></div>
          </form>
        </main>
        <footer>
          <form method="post" action="/" class="chat-form" id="compose">
            <input type="hidden" name="message_id" value={messageId} />
            <label for="text">{t('web-input')}</label>
            <div class="row">
              <textarea
                id="text"
                name="text"
                rows={1}
                maxlength={4000}
                required
                placeholder={t('web-placeholder')}
                enterkeyhint="send"
              ></textarea>
              <button type="submit" class="send">
                {t('web-send')}
              </button>
            </div>
          </form>
        </footer>
      </body>
    </html>
  );
};
