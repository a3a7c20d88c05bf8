/**
 * Styles that stand in HTML. The policy of our pages forbids them as attributes, in documents that nobody sees too; so they are set aside before
 * HTML is parsed, and given to the elements by script, where the editor reads them.
 */

const SHEETS = /<(style|script)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g;
const ASIDE = 'data-written-style';

/** @param {string} html @returns {string} the same, in which the policy finds nothing to forbid */
export const setAside = (html) => html.replace(SHEETS, '').replace(TAG, (tag) => tag[0] + tag.slice(1).replace(ATTRIBUTE, attribute));

/** @param {string} whole @param {string} name @param {string} [value] */
function attribute(whole, name, value = '') {
  if (/^on/i.test(name) && value) {
    return '';
  }
  return /^style$/i.test(name) && value ? `${ASIDE}${value}` : whole;
}

/** @template {ParentNode} T @param {T} parsed @returns {T} the same, with the styles that were set aside */
export function putBack(parsed) {
  for (const element of parsed.querySelectorAll(`[${ASIDE}]`)) {
    element.style.cssText = element.getAttribute(ASIDE);
    element.removeAttribute(ASIDE);
  }
  return parsed;
}
