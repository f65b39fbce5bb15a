import type { FC } from 'hono/jsx';
import type { AnnouncementPreview } from '../conversation/index.ts';
import { type Choice, menuOf, messageAsPlainText, type OutboundMessage } from '../message/index.ts';
import { channelWords, languageWords } from './broadcast-words.ts';
import { useFrame } from './layout.tsx';

/** The message on every channel, as it would look there. */
export const Previews: FC<{ previews: readonly AnnouncementPreview[] }> = ({ previews }) => (
  <div class="previews">
    {previews.map((preview) => (
      <PreviewOf {...preview} />
    ))}
  </div>
);

const PreviewOf: FC<AnnouncementPreview> = ({ channel, locale, message, choices, textLimit }) => {
  const { t } = useFrame();
  const text = messageAsPlainText(message);
  return (
    <figure class={`preview ${channel}`}>
      <figcaption>
        <strong>{t(channelWords[channel])}</strong> · {languageWords[locale]}
      </figcaption>
      <div class="phone" lang={locale}>
        <div class="bubble">
          {text}
          {choices === 'numbers' && <Numbered message={message} />}
        </div>
        {choices === 'buttons' && (
          <ul class="pressable">
            {message.choices.map((choice) => (
              <li>{shownLabel(choice)}</li>
            ))}
          </ul>
        )}
      </div>
      <small>
        {t('console-bc-length', { length: text.length, most: textLimit, parts: Math.ceil(text.length / textLimit) })}
      </small>
    </figure>
  );
};

function shownLabel({ label, url }: Choice): string {
  return url === undefined ? label : `${label} ↗`;
}

/** Where there are no buttons, people answer with a number, and links stand in the text. */
const Numbered: FC<{ message: OutboundMessage }> = ({ message }) => (
  <>
    {message.choices
      .filter(({ url }) => url !== undefined)
      .map(({ label, url }) => `\n\n${label}: ${url}`)
      .join('')}
    {menuOf(message).map(({ number, label }) => `\n${number}. ${label}`)}
  </>
);
