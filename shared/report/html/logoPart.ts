import { type By, byLine } from './byLine.ts';
import { html, type Markup } from './markup.ts';

/** The coach's picture at the head of a page; the app's name where there is none. */
export const logoPart = (by: By): Markup =>
  by.logo === undefined || by.logo === ''
    ? html`<p class="brand">Midstance</p>`
    : html`<img class="logo" src="${by.logo}" alt="${byLine(by) === '' ? 'Logo' : byLine(by)}">`;
