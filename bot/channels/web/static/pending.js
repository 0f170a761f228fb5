// Messages the server has not acknowledged yet, kept over reloads. One entry each, so that two tabs never
// overwrite one another; where the browser forbids storage they live as long as the page.
import { page } from "./page.js";

const PREFIX = `tiendo.${page.session}.out.`;
const DRAFT = `tiendo.${page.session}.draft`;
const fallback = new Map();
let count = 0;

function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

export function keep(frame) {
  count += 1;
  const key = PREFIX + String(Date.now()).padStart(15, "0") + String(count).padStart(6, "0") + "." + frame.id;
  const entry = JSON.stringify({ at: new Date().toISOString(), frame });
  if (attempt(() => (localStorage.setItem(key, entry), true)) === null) fallback.set(key, entry);
}

export function forget(id) {
  for (const key of keys()) {
    if (!key.endsWith("." + id)) continue;
    fallback.delete(key);
    attempt(() => localStorage.removeItem(key));
  }
}

/** Somebody else may sit here next. */
export function forgetAll() {
  for (const key of keys()) {
    fallback.delete(key);
    attempt(() => localStorage.removeItem(key));
  }
  keepDraft("");
}

/** [{at, frame}], in the order in which they were said. */
export function waiting() {
  return keys()
    .sort()
    .map((key) => attempt(() => JSON.parse(fallback.get(key) ?? localStorage.getItem(key))))
    .filter((entry) => entry?.frame?.id);
}

function keys() {
  const stored = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
  return [...stored, ...fallback.keys()];
}

export function keepDraft(text) {
  attempt(() => (text ? localStorage.setItem(DRAFT, text) : localStorage.removeItem(DRAFT)));
}

export function draft() {
  return attempt(() => localStorage.getItem(DRAFT)) ?? "";
}
