/** The editor for formatted text: ProseMirror with what mail needs. */

import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, DOMSerializer, Fragment, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, Plugin, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { docOf } from 'restante/compose/plain.js';
import { pictureForSending, schemaFor } from 'restante/compose/schema.js';
import { putBack, setAside } from 'restante/compose/styles.js';
import { ownDocument } from 'restante/shared/trusted.js';

/**
 * @typedef {{id: string, label: string, draft: string, text: string, page: Document | null, changed: () => void, state: (tools: Record<string, boolean>) => void, picture: (file: File) => Promise<string>, attach: (files: File[]) => void, act: (tool: string) => void}} Options
 * @param {HTMLElement} place
 * @param {Options} options page: the text's HTML, parsed and inert; null: the text is plain so far
 */
export function edit(place, options) {
  const schema = schemaFor(options.draft);
  const serializer = new DOMSerializer({ ...DOMSerializer.nodesFromSchema(schema), image: pictureForSending }, DOMSerializer.marksFromSchema(schema));
  const doc = options.page ? DOMParser.fromSchema(schema).parse(putBack(options.page.body)) : docOf(schema, options.text);
  const commands = commandsOf(schema);
  const view = new EditorView(place, {
    state: EditorState.create({ doc, plugins: pluginsOf(schema, commands, options) }),
    attributes: { id: options.id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label, dir: 'auto', class: 'rich-text' },
    clipboardSerializer: serializer,
    clipboardParser: new PasteParser(schema, DOMParser.schemaRules(schema)),
    transformPastedHTML: setAside,
    transformPasted: (slice) => new Slice(ownPictures(slice.content, new Set(pictures(view.state.doc))), slice.openStart, slice.openEnd),
    handlePaste: (_, event) => takesFiles(event.clipboardData) && insertAll(view, [...event.clipboardData.files], options),
    handleDrop: (_, event) => event.dataTransfer.files.length > 0 && drop(view, event, options),
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      options.state(marks(view.state, commands));
      if (change.docChanged) {
        options.changed();
      }
    },
  });
  return {
    view,
    html: () => htmlOf(serializer, view.state.doc),
    run(tool) {
      commands[tool]?.run(view.state, view.dispatch, view);
      view.focus();
    },
    insert: (text) => view.dispatch(view.state.tr.insertText(text).scrollIntoView()),
    link: (href) => link(view, schema, href),
    linked: () => view.state.selection.$from.marksAcross(view.state.selection.$to)?.find((mark) => mark.type === schema.marks.link)?.attrs.href ?? '',
    pictures: (files) => insertAll(view, files, options),
    sign: (before, now) => sign(view, signatureOf(schema, before), signatureOf(schema, now)),
    focus() {
      view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)));
      view.focus();
    },
  };
}

class PasteParser extends DOMParser {
  parseSlice(dom, options) {
    return super.parseSlice(putBack(dom), options);
  }
}

function htmlOf(serializer, doc) {
  const empty = doc.childCount === 1 && doc.firstChild.isTextblock && doc.firstChild.content.size === 0;
  const inert = document.implementation.createHTMLDocument('');
  const body = inert.createElement('div');
  body.append(serializer.serializeFragment(doc.content, { document: inert }));
  return empty ? '' : body.innerHTML;
}

function pluginsOf(schema, commands, options) {
  const act = (tool) => () => {
    options.act(tool);
    return true;
  };
  return [
    inputRules({ rules: [wrappingInputRule(/^\s*>\s$/, schema.nodes.blockquote), wrappingInputRule(/^\s*[-*]\s$/, schema.nodes.bullet_list), wrappingInputRule(/^(\d+)\.\s$/, schema.nodes.ordered_list, (match) => ({ start: Number(match[1]) })), textblockTypeInputRule(/^```$/, schema.nodes.code_block)] }),
    keymap({
      'Mod-z': undo,
      'Shift-Mod-z': redo,
      'Mod-y': redo,
      'Mod-b': commands.bold.run,
      'Mod-i': commands.italic.run,
      'Mod-u': commands.underline.run,
      'Shift-Mod-x': commands.strike.run,
      'Shift-Mod-7': commands.numbers.run,
      'Shift-Mod-8': commands.bullets.run,
      'Shift-Mod-9': commands.quote.run,
      'Mod-]': sinkListItem(schema.nodes.list_item),
      'Mod-[': chainCommands(liftListItem(schema.nodes.list_item), lift),
      'Mod-k': act('link'),
      'Mod-\\': commands.clear.run,
      Enter: splitListItem(schema.nodes.list_item),
      'Shift-Enter': chainCommands(exitCode, (state, dispatch) => {
        dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
        return true;
      }),
    }),
    keymap(baseKeymap),
    history(),
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(_, event) {
            if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
              event.stopPropagation();
            }
            // ProseMirror would keep Escape from the composer around it.
            return event.key === 'Escape' && !event.isComposing;
          },
        },
      },
    }),
  ];
}

function commandsOf(schema) {
  const { nodes, marks } = schema;
  const within = (type) => ({ selection: { $from } }) => [...Array($from.depth + 1).keys()].some((depth) => $from.node(depth).type === type);
  const marked = (type) => ({ selection: { from, to, empty, $from }, storedMarks, doc }) => (empty ? !!type.isInSet(storedMarks ?? $from.marks()) : doc.rangeHasMark(from, to, type));
  const list = (type) => ({ run: (state, dispatch) => (within(type)(state) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch)), on: within(type) });
  const mark = (type) => ({ run: toggleMark(type), on: marked(type) });
  return {
    bold: mark(marks.strong),
    italic: mark(marks.em),
    underline: mark(marks.underline),
    strike: mark(marks.strike),
    heading: { run: (state, dispatch) => setBlockType(within(nodes.heading)(state) ? nodes.paragraph : nodes.heading)(state, dispatch), on: within(nodes.heading) },
    bullets: list(nodes.bullet_list),
    numbers: list(nodes.ordered_list),
    quote: { run: (state, dispatch) => (within(nodes.blockquote)(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)), on: within(nodes.blockquote) },
    link: { on: marked(marks.link) },
    clear: {
      run(state, dispatch) {
        const { from, to } = state.selection;
        dispatch?.(state.tr.removeMark(from, to).setStoredMarks([]));
        return true;
      },
      on: () => false,
    },
  };
}

const marks = (state, commands) => Object.fromEntries(Object.entries(commands).map(([tool, { on }]) => [tool, on(state)]));

/** A program that writes text puts a picture of it beside the text: the text is meant. @param {DataTransfer} data */
const takesFiles = (data) => data.files.length > 0 && !data.types.includes('text/html') && !data.getData('text/plain');

function drop(view, event, options) {
  event.preventDefault();
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (place) {
    view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))));
  }
  return insertAll(view, [...event.dataTransfer.files], options);
}

/** Pictures go into the text, other files beside it. @param {File[]} files */
function insertAll(view, files, options) {
  const shown = files.filter((file) => /^image\/(png|jpeg|gif|webp)$/.test(file.type));
  options.attach(files.filter((file) => !shown.includes(file)));
  shown.reduce(
    (before, file) =>
      before.then(async () => {
        const id = await options.picture(file);
        if (id) {
          view.dispatch(view.state.tr.replaceSelectionWith(view.state.schema.nodes.image.create({ file: id, alt: file.name }), false).scrollIntoView());
        }
      }),
    Promise.resolve(),
  );
  return true;
}

/** Pictures of other sites would tell them who reads the message, and those of other drafts do not go with it. */
function ownPictures(fragment, own) {
  const kept = [];
  fragment.forEach((node) => {
    if (node.isText || (node.type.name === 'image' && own.has(node.attrs.file))) {
      kept.push(node);
    } else if (node.type.name !== 'image') {
      kept.push(node.copy(ownPictures(node.content, own)));
    } else if (node.attrs.alt) {
      kept.push(node.type.schema.text(node.attrs.alt));
    }
  });
  return Fragment.fromArray(kept);
}

function pictures(doc) {
  const found = [];
  doc.descendants((node) => node.type.name === 'image' && node.attrs.file && found.push(node.attrs.file));
  return found;
}

/** @param {string} html @returns {Fragment} what it says, without the room above it */
function signatureOf(schema, html) {
  const { content } = DOMParser.fromSchema(schema).parse(putBack(ownDocument(setAside(html)).body));
  const nodes = [...Array(content.childCount).keys()].map((index) => content.child(index));
  const first = nodes.findIndex((node) => node.textContent);
  return Fragment.fromArray(first < 0 ? [] : nodes.slice(first));
}

/** @param {Fragment} before @param {Fragment} now */
function sign(view, before, now) {
  const { doc, schema, tr } = view.state;
  const children = [...Array(doc.childCount).keys()].map((index) => doc.child(index));
  const start = (index) => children.slice(0, index).reduce((size, node) => size + node.nodeSize, 0);
  const at = before.childCount ? children.findIndex((_, index) => [...Array(before.childCount).keys()].every((each) => children[index + each]?.textContent === before.child(each).textContent)) : -1;
  if (at >= 0) {
    view.dispatch(tr.replaceWith(start(at), start(at + before.childCount), now.childCount ? now : schema.nodes.paragraph.create()));
  } else if (!before.childCount && now.childCount) {
    const quoted = children.findIndex((node) => node.type === schema.nodes.blockquote);
    view.dispatch(tr.insert(quoted < 0 ? doc.content.size : start(Math.max(0, quoted - 1)), now));
  }
}

/** @param {string} href empty: none any more */
function link(view, schema, href) {
  const { from, to, empty } = view.state.selection;
  const address = !href || /^(https?:|mailto:)/i.test(href) ? href : href.includes('@') && !href.includes('/') ? `mailto:${href}` : `https://${href}`;
  const change = view.state.tr.removeMark(from, to, schema.marks.link);
  if (address && empty) {
    change.insert(from, schema.text(href, [schema.marks.link.create({ href: address })]));
  } else if (address) {
    change.addMark(from, to, schema.marks.link.create({ href: address }));
  }
  view.dispatch(change);
  view.focus();
}
