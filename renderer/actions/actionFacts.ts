import type { TFunction } from 'i18next';

/** What is known of an action before any screen offers it. */
export interface ActionFacts {
  /** As shipped: "n", "?", "g l", "Shift+ArrowLeft", "Ctrl+Shift+z". */
  readonly key: string;
  readonly label: (t: TFunction) => string;
}

export const facts = (key: string, label: ActionFacts['label']): ActionFacts => ({ key, label });
