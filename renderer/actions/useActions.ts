import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { registerActions } from './actionStore.ts';
import { type ActionId, factsOf } from './catalogue.ts';
import { keyOf, keyStore } from './keyChoice.ts';

/** An action of the catalogue that a screen can do. */
export interface Offer {
  readonly id: ActionId;
  /** Whether it is possible now; absent means always. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

/** Offers actions while the component is shown; what they do is always the newest. */
export function useActions(offers: readonly Offer[]): void {
  const { t, i18n } = useTranslation();
  const keys = useStore(keyStore, (state) => state.keys);
  const newest = useRef(offers);
  newest.current = offers;
  const names = offers.map(({ id }) => id).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the offers, the language for the texts.
  useEffect(() => {
    const current = (id: ActionId) => newest.current.find((offer) => offer.id === id);
    return registerActions(
      newest.current.map(({ id }) => ({
        ...{ id, label: factsOf(id).label(t), shortcut: keyOf(id, keys) },
        when: () => {
          const offer = current(id);
          return offer !== undefined && (offer.when?.() ?? true);
        },
        run: () => current(id)?.run(),
      })),
    );
  }, [names, keys, i18n.language]);
}
