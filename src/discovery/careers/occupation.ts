import type { Locale } from '../../message/index.ts';

/** Something an occupation needs one to know. */
export interface NeededSkill {
  /** The concept of the taxonomy; none for a name that no concept has. */
  readonly concept: string | undefined;
  /** How it is called when no concept says it better. */
  readonly name: string;
  /** From 1, essential, down to 0.3, useful. */
  readonly weight: number;
}

/** A kind of work that people do or want to do, or a business they want to open. */
export interface Occupation {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
  /** How people call it in either language, the names first. */
  readonly forms: readonly string[];
  /** The address of the occupation in ESCO, where one is surely the same. */
  readonly esco: string | undefined;
  /** Id of its field; none for an imported one. */
  readonly field: string | undefined;
  /** In the order in which one would learn them. */
  readonly skills: readonly NeededSkill[];
}

/** A field of work, for a menu. */
export interface WorkField {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
}
