/** Knows which keystroke means what: one key, or two that are pressed one after the other. */

const SEQUENCE = 1500;

/** @type {Map<string, string>} what each keystroke does, such as `g i` */
const acts = new Map(lines().map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));

/** The first keys of those with two. */
const firsts = new Set([...acts.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0]));

let before = '';
let timer = 0;

/** @returns {string[]} such as `inbox g i` */
function lines() {
  return document.documentElement.dataset.shortcuts?.split('\n').filter(Boolean) ?? [];
}

/** @param {KeyboardEvent} event @returns {string | undefined} what is meant, once a keystroke is whole; see Shortcut on the server */
export function actOf(event) {
  if (['Shift', 'CapsLock', 'AltGraph'].includes(event.key)) {
    return undefined;
  }
  const names = namesOf(event);
  const act = acts.get(before + names.find((name) => acts.has(before + name)));
  const first = !before && !act && names.find((name) => firsts.has(name));
  clearTimeout(timer);
  before = first ? `${first} ` : '';
  timer = setTimeout(() => (before = ''), SEQUENCE);
  return act;
}

/**
 * What a key may be called: by the character it types, whatever Caps Lock makes of it; where that is no Latin one, also by the Latin one
 * that is on the same key.
 *
 * @param {KeyboardEvent} event
 */
function namesOf({ key, code, shiftKey }) {
  const cased = (letter) => (shiftKey ? letter.toUpperCase() : letter.toLowerCase());
  const latin = code.startsWith('Key') ? cased(code[3]) : { Slash: shiftKey ? '?' : '/', Digit8: shiftKey ? '*' : '8' }[code];
  const own = key.toLowerCase() === key.toUpperCase() || key.length > 1 ? key : cased(key);
  return latin && (key === 'Process' || key > '\x7f') ? [own, latin] : [own];
}
