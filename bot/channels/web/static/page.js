// What the server told this page about itself, and its words.
export const page = JSON.parse(document.body.dataset.page);

export function word(key) {
  return page.words[key] ?? key;
}

export function byId(id) {
  return document.getElementById(id);
}

/** An element with a class, text and children. Text is never read as HTML. */
export function element(tag, className = "", ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A name no other message has; crypto.randomUUID exists on https pages only. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
