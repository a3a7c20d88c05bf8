/**
 * Opens folders and messages in the page that is there, for links, for Back and Forward. Whatever goes wrong is left to the browser, which
 * loads the whole page. Forms that act on messages are sent without leaving the page, and where there is room one writes beside what one
 * reads.
 */

const root = document.documentElement.dataset.base;
const base = `${root}mail/`;
let started = false;
let keeps = false;

export default function navigate() {
  if (started || !window.navigation || !Document.parseHTMLUnsafe) {
    return;
  }
  started = true;
  document.addEventListener('click', (event) => (keeps = !!event.target.closest('[data-keep]')), true);
  document.addEventListener('click', writing);
  document.addEventListener('submit', acting);
  navigation.addEventListener('navigate', going);
  navigation.addEventListener('currententrychange', marked);
  if (hasRoom() && Object.entries(sessionStorage).some(([key, open]) => key.startsWith('restante.composers ') && open !== '[]')) {
    composers().then((module) => module.reopen());
  }
}

const hasRoom = () => matchMedia('(min-width: 48rem)').matches && !!document.querySelector('.mail');
const composers = () => import('restante/compose/windows.js');

/** @param {MouseEvent} event */
function writing(event) {
  const link = event.target.closest?.('a.write');
  if (link && hasRoom() && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    composers().then((module) => module.write(link)).catch(() => location.assign(link.href));
  }
}

/** Lets the bar at the bottom say where one is. */
function marked() {
  for (const link of document.querySelectorAll('.bottom-bar a')) {
    link.ariaCurrent = link.pathname === location.pathname ? 'page' : null;
  }
}

/** What a button does is read when the script is there: an earlier click on it may have turned it round. @param {SubmitEvent} event */
function acting(event) {
  const { submitter, target } = event;
  const address = () => (submitter?.hasAttribute('formaction') ? submitter.formAction : target.action);
  if (target.method === 'post' && hasRoom() && new URL(address()).pathname === `${root}drafts`) {
    event.preventDefault();
    composers().then((module) => module.answer(target, submitter)).catch(() => leave(target, submitter, address()));
    return;
  }
  if (target.method === 'post' && document.querySelector('.mail') && isAct(address())) {
    event.preventDefault();
    submitter?.closest('details')?.removeAttribute('open');
    // A dialogue is gone by the time the script is there, and what was in it with it.
    const form = target.closest('dialog') && new FormData(target, submitter);
    import('restante/message/act.js').then((module) => module.act(address(), form ?? new FormData(target, submitter)));
  }
}

/** Sends a form as if there were no script. @param {HTMLFormElement} form @param {HTMLButtonElement | null} button @param {string} address */
function leave(form, button, address) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: button?.name ?? '', value: button?.value ?? '' });
  form.append(field);
  form.action = address;
  form.submit();
}

/** @param {NavigateEvent} event */
function going(event) {
  const place = placeOf(event.destination.url);
  const reloads = event.navigationType === 'reload' || event.formData || event.downloadRequest !== null;
  if (!place || reloads || !event.canIntercept || event.hashChange || !document.querySelector('.mail')) {
    return;
  }
  const returns = keeps || event.navigationType === 'traverse';
  keeps = false;
  event.intercept({ focusReset: 'manual', scroll: 'manual', handler: () => go(event, place, returns) });
}

async function go(event, place, returns) {
  const address = event.destination.url;
  try {
    const { closeMessage, openList, openMessage } = await import('restante/shell/panes.js');
    if (place.ref) {
      await openMessage(address, place, event.signal);
      if (hasRoom()) {
        // It may be answered.
        composers();
      }
    } else if (!(returns && closeMessage(place))) {
      await openList(address, event.signal);
    }
  } catch (error) {
    if (!event.signal.aborted) {
      location.reload();
    }
  }
}

/**
 * @param {string} address
 * @returns {{folder: string, ref?: string, page: number, plain: boolean} | null} null where it is neither; plain: it asks for nothing
 *     but a page
 */
function placeOf(address) {
  const url = new URL(address, location.href);
  if (url.origin === location.origin && url.pathname === `${document.documentElement.dataset.base}search`) {
    return { folder: '', page: 1, plain: false };
  }
  const [folder, ref, ...more] = url.pathname.startsWith(base) ? url.pathname.slice(base.length).split('/').map(decodeURIComponent) : [];
  if (url.origin !== location.origin || !folder || more.length > 0 || (ref && !/^\d+-\d+$/.test(ref))) {
    return null;
  }
  const plain = [...url.searchParams.keys()].every((key) => key === 'page');
  return { folder, ref, page: Number(url.searchParams.get('page') ?? 1), plain };
}

const ACTS = 'seen|unseen|flag|unflag|archive|trash|junk|not-junk|move|copy|mark-deleted|undelete|destroy|purge|empty|label|all-seen|clean';

/** @param {string} address @returns {boolean} whether posting there acts on messages */
function isAct(address) {
  const path = new URL(address).pathname;
  return new RegExp(`^${base}[^/]+/(${ACTS})$`).test(path) || path.startsWith(`${root}undo/`);
}
