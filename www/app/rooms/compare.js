/** The room Compare, whose place is kept. */

import { html } from 'lit';
import { deskWords } from '../messages/desk.js';

/** @typedef {import('../app.js').App} App */

/**
 * The place where two resolutions will stand side by side.
 *
 * @param {App} app
 */
export function compareRoom({ m }) {
  return html`<div class="plain-room" data-room="compare">
    <header class="room-head"><h1 id="title">${m.compareTitle}</h1></header>
    <p class="state">${deskWords(m).compareHint}</p>
  </div>`;
}
