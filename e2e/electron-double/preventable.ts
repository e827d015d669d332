import type { PreventableEvent } from '../../main/electron/electronApi.ts';

/** An event that remembers whether it was prevented. */
export class Preventable implements PreventableEvent {
  isPrevented = false;
  preventDefault = (): void => {
    this.isPrevented = true;
  };
}
