/**
 * Gives the frame that shows a message the height of what is in it, so that the page scrolls as one. The content is a stranger's: only
 * getters of the prototypes are used, since names in it may shadow properties of its document.
 */

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
  const fit = () => {
    frame.style.height = `${Math.ceil(root.getBoundingClientRect().height) + 1}px`;
  };
  frame.classList.add('arrived');
  new ResizeObserver(fit).observe(root);
  fit();
}
