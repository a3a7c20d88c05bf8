/**
 * Gives the frame that shows a message the height of what is in it, so that the page scrolls as one, and makes what was laid out wider than
 * the frame smaller until it fits. The content is a stranger's: only getters of the prototypes are used, since names in it may shadow
 * properties of its document.
 */

/** What would be smaller than this cannot be read: one scrolls sideways instead. */
const SMALLEST = 0.5;

/** @param {HTMLIFrameElement} frame */
export default function bodyFrame(frame) {
  frame.addEventListener('load', () => follow(frame));
  follow(frame);
}

const rootOf = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get;

/** @param {HTMLIFrameElement} frame */
function follow(frame) {
  const root = frame.contentDocument && rootOf.call(frame.contentDocument);
  if (!root || frame.contentDocument.URL === 'about:blank') {
    return;
  }
  const content = root.lastElementChild;
  const fit = () => {
    content.style.zoom = '';
    const shrunk = frame.clientWidth / root.scrollWidth;
    content.style.zoom = shrunk < 1 ? String(Math.max(SMALLEST, shrunk)) : '';
    frame.style.height = `${Math.ceil(root.getBoundingClientRect().height) + 1}px`;
  };
  frame.classList.add('arrived');
  new ResizeObserver(fit).observe(root);
  fit();
}
