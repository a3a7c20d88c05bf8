/**
 * The one Trusted Types policy: HTML only out of answers of our own origin or of the person's own writing, which never gets into a page as it
 * is; and one script address, that of the service worker.
 */

const types = window.trustedTypes ?? { createPolicy: (name, rules) => rules };
const policy = types.createPolicy('restante', {
  createHTML: (html) => html,
  createScriptURL: (address) => {
    if (address !== `${document.documentElement.dataset.base}sw.js`) {
      throw new TypeError('not the service worker');
    }
    return address;
  },
});

/**
 * @param {Response} answer
 * @returns {Promise<Document>} what it says; scripts in it never run
 * @throws {TypeError} where it is not a page of ours
 */
export async function documentOf(answer) {
  const own = answer.type === 'basic' && new URL(answer.url).origin === location.origin;
  if (!own || !answer.headers.get('Content-Type')?.startsWith('text/html')) {
    throw new TypeError('not a page of ours');
  }
  const page = Document.parseHTMLUnsafe(policy.createHTML(await answer.text()));
  page.querySelectorAll('script').forEach((script) => script.remove());
  return page;
}

/**
 * @param {string} html a draft's, as the server sent it or this window kept it
 * @returns {Document} inert: nothing in it runs or loads; the editor takes what its schema knows
 */
export const ownDocument = (html) => Document.parseHTMLUnsafe(policy.createHTML(html));

/** @returns {TrustedScriptURL} the address of the service worker */
export const workerAddress = () => policy.createScriptURL(`${document.documentElement.dataset.base}sw.js`);
