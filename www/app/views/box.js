/** The box that one types into, by the combobox pattern of the ARIA practices guide. */
import { html, nothing } from 'lit';
import { boxInput, boxKey, boxLeave, boxSubmit, takeOption } from '../box.js';
import { numberInWords } from '../language.js';

/** @typedef {import('../types.d.ts').FindHost} FindHost */

/**
 * The one box, with what it understood and the ways to go on.
 *
 * @param {FindHost} host
 * @param {(event: ClipboardEvent) => void} [paste] what is done with a text that is pasted
 */
export function oneBox(host, paste = () => {}) {
  const { m, box } = host;
  const { options } = box;
  return html`<form class="one-box" role="search" @submit=${(/** @type {Event} */ event) => boxSubmit(host, event)}>
    <input
      part="box"
      id="box"
      type="search"
      role="combobox"
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${m.boxName}
      aria-describedby="box-said"
      aria-autocomplete="list"
      aria-controls="box-list"
      aria-expanded=${options.length > 0}
      aria-activedescendant=${box.active >= 0 ? `box-option-${box.active}` : nothing}
      placeholder=${host.narrow ? m.boxShort : m.box}
      .value=${box.value}
      @input=${(/** @type {Event} */ event) => boxInput(host, event)}
      @paste=${paste}
      @keydown=${(/** @type {KeyboardEvent} */ event) => boxKey(host, event)}
      @blur=${(/** @type {FocusEvent} */ event) => boxLeave(host, event)}
    />
    <div class="box-hang" part="suggestions" ?hidden=${!box.said && !options.length}>
      <p class="box-said" id="box-said" role="status" aria-live="polite">${box.said}</p>
      <ul id="box-list" role="listbox" aria-label=${m.goOn}>
        ${options.map(
          (option, index) => html`<li
            role="option"
            id=${`box-option-${index}`}
            aria-selected=${index === box.active}
            @mousedown=${(/** @type {Event} */ event) => {
              event.preventDefault();
              takeOption(host, index);
            }}
          ><bdi>${option.text}</bdi> <span class="note">${option.count > 0 ? numberInWords(m, option.count) : ''}</span></li>`,
        )}
      </ul>
    </div>
  </form>`;
}
