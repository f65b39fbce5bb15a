import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { z } from 'zod';
import { Form, page, useFrame } from './layout.tsx';
import type { ConsoleContext } from './pages.ts';

/** What was written into a form, and what is wrong with it by field: a key of the locale files that says the remedy. */
export interface FormState {
  readonly given: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export const emptyForm: FormState = { given: {}, problems: {} };

/** The fields of a form as texts; of several of a name the last. */
export function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && name !== 'csrf') texts[name] = value;
  return texts;
}

/**
 * Reads a form with a schema whose messages are keys of the locale files; for a message of zod's own a general one stands.
 * @returns the values, or the form as it was written with what is wrong beside each field
 */
export function readFields<Values>(
  form: FormData,
  schema: z.ZodType<Values>,
): { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly state: FormState } {
  const given = textsOf(form);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, values: parsed.data };
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues)
    problems[String(path[0] ?? '')] ??= /^[a-z][a-z-]*$/.test(message) ? message : 'console-field-wrong';
  return { ok: false, state: { given, problems } };
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
}

/** What is wrong with a field, or nothing. */
const Problem: FC<{ id: string; problem: string | undefined }> = ({ id, problem }) => {
  const { t } = useFrame();
  if (problem === undefined) return null;
  return (
    <small class="problem-text" id={id}>
      {t(problem)}
    </small>
  );
};

/** Attributes that tie a field to its hint and its problem. */
function described({ name, hint, state }: FieldProps): Record<string, string> {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(state.problems[name] === undefined ? [] : [`${name}-problem`]),
  ];
  return {
    id: name,
    name,
    ...(state.problems[name] === undefined ? {} : { 'aria-invalid': 'true' }),
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
  };
}

const Around: FC<PropsWithChildren<FieldProps>> = ({ name, label, hint, state, children }) => (
  <div class="field">
    <label for={name}>{label}</label>
    {children}
    {hint !== undefined && <small id={`${name}-hint`}>{hint}</small>}
    <Problem id={`${name}-problem`} problem={state.problems[name]} />
  </div>
);

interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'number' | 'date' | 'time' | 'datetime-local' | 'url' | 'search' | 'file';
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  /** The id of a list of suggestions. */
  readonly list?: string;
}

/** A line of text with its label, hint and problem. */
export const TextField: FC<InputProps> = (props) => {
  const { name, label, hint, state, type = 'text', ...attributes } = props;
  return (
    <Around {...props}>
      <input
        type={type}
        value={type === 'file' ? undefined : (state.given[name] ?? '')}
        {...described(props)}
        {...attributes}
      />
    </Around>
  );
};

/** Several lines of text. */
export const TextArea: FC<
  FieldProps & { readonly rows?: number; readonly required?: boolean; readonly maxlength?: number }
> = (props) => {
  const { name, label, hint, state, ...attributes } = props;
  return (
    <Around {...props}>
      <textarea {...described(props)} {...attributes}>
        {state.given[name] ?? ''}
      </textarea>
    </Around>
  );
};

/** One of several. */
export const SelectField: FC<
  FieldProps & { readonly choices: readonly (readonly [value: string, label: string])[] }
> = (props) => {
  const chosen = props.state.given[props.name] ?? '';
  return (
    <Around {...props}>
      <select {...described(props)}>
        {props.choices.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  );
};

/**
 * Asks before what cannot be undone. The first press answers with this page, whose button sends the same form with `confirmed`.
 * @returns the page that asks, or undefined once it was confirmed
 */
export function confirmFirst(
  c: ConsoleContext,
  {
    title,
    text,
    button,
    back,
    details,
    mayEdit = false,
  }: {
    readonly title: string;
    readonly text: string;
    readonly button: string;
    readonly back: string;
    /** What it is about, under the text. */
    readonly details?: Child;
    /** Whether the form can be changed once more: it comes back with `confirmed` = `no`. */
    readonly mayEdit?: boolean;
  },
): Response | undefined {
  const { frame, form } = c.var;
  if (form.get('confirmed') === 'yes') return undefined;
  return page(frame, {
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        {details}
        <Form action={c.req.path}>
          {Object.entries(textsOf(form))
            .filter(([name]) => name !== 'confirmed')
            .map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          <div class="actions">
            <button type="submit" name="confirmed" value="yes">
              {button}
            </button>
            {mayEdit ? (
              <button type="submit" name="confirmed" value="no" class="secondary">
                {frame.t('console-back')}
              </button>
            ) : (
              <a href={back}>{frame.t('console-back')}</a>
            )}
          </div>
        </Form>
      </>
    ),
  });
}
