// The conversation as data and as a list: what the server tells is the truth, what still waits comes after it.
import { makeRow, updateRow } from "./bubble.js";
import { byId, element, page, word } from "./page.js";

const MOST = 400;
const MARGIN = 12;
const dayKey = new Intl.DateTimeFormat("sv", { timeZone: page.timezone, year: "numeric", month: "2-digit", day: "2-digit" });
const weekday = new Intl.DateTimeFormat(page.locale, { timeZone: page.timezone, weekday: "long" });

export class Talk {
  #log = byId("log");
  #list = byId("list");
  #entries = new Map();
  #rows = new Map();
  #days = new Map();
  #begin = null;
  #stuck = true;
  #top = 0;
  #last = null;
  #read = null;
  #told = false;
  #oldest = "";
  #most = MOST;
  /** Presses on messages that lie further back than what is known: message id, what was pressed. */
  #presses = new Map();

  /** `on`: {press(id, choice, event), again(id), begin(), trimmed()}. */
  constructor(on) {
    this.on = on;
    this.#log.addEventListener("scroll", () => this.#look());
    new ResizeObserver(() => this.#follow()).observe(this.#list);
    new ResizeObserver(() => this.#follow()).observe(this.#log);
  }

  /** The moment from which on everything is here; empty before the server told anything. */
  get oldest() {
    return this.#oldest;
  }

  /**
   * The newest messages, as the server knows them. What it does not know any more goes; what waits stays.
   * True when they are all there is: nothing was known, or so much was missed that it does not join.
   */
  hello(items) {
    const fresh = new Map();
    for (const item of items) this.#fold(fresh, item);
    const joins = this.#told && items.some(({ id }) => this.#entries.has(id));
    const before = [...this.#entries].filter(([, entry]) => joins && !entry.state && since(entry) < items[0].at);
    const waiting = [...this.#entries].filter(([id, entry]) => !fresh.has(id) && entry.state);
    if (!joins) this.#oldest = items[0]?.at ?? "";
    for (const [id, entry] of fresh) this.#keepLocal(this.#entries.get(id), entry);
    for (const [id, entry] of before) if (fresh.has(id)) fresh.get(id).since = since(entry);
    this.#entries = new Map([...before, ...fresh, ...waiting]);
    const first = !this.#told;
    this.#told = true;
    this.draw();
    if (first) this.#quietly();
    return !joins;
  }

  /** Messages up to the oldest come before all others; what is on the screen stays where it is. */
  older(items) {
    const past = new Map();
    for (const item of items) this.#fold(past, item);
    for (const [id, chosen] of this.#presses) if (past.has(id)) past.get(id).chosen = chosen;
    for (const [id, entry] of past) if (this.#entries.has(id)) this.#entries.get(id).since = since(entry);
    this.#entries = new Map([...past, ...this.#entries]);
    this.#oldest = items[0]?.at ?? this.#oldest;
    this.#most = Math.max(this.#most, this.#entries.size + MOST);
    this.#quietly();
    const top = this.#log.getBoundingClientRect().top;
    const seen = [...this.#list.children].find((row) => row.getBoundingClientRect().bottom > top && row.matches(".row, .note"));
    const at = seen?.getBoundingClientRect().top;
    this.draw();
    if (!seen || this.#stuck) return;
    this.#log.scrollTop += seen.getBoundingClientRect().top - at;
    this.#top = this.#log.scrollTop;
  }

  /** Past messages are not news: a screen reader is told only of what comes from here on. */
  #quietly() {
    this.#list.setAttribute("aria-live", "off");
    setTimeout(() => this.#list.setAttribute("aria-live", "polite"), 500);
  }

  /** One message that just came. */
  add(item) {
    const known = this.#entries.get(item.id);
    this.#fold(this.#entries, item);
    if (known && item.mine) this.#keepLocal(known, this.#entries.get(item.id));
    this.draw();
  }

  /** A message of this page, before the server has it. */
  addMine(item, state, more = {}) {
    const at = item.at ?? new Date().toISOString();
    this.#entries.set(item.id, { item: { ...item, mine: true, at }, state, ...more });
    this.#stuck = true;
    this.draw();
    this.toEnd();
  }

  change(id, change) {
    const entry = this.#entries.get(id);
    if (entry) Object.assign(entry, change);
    this.draw();
  }

  has(id) {
    return this.#entries.has(id);
  }

  mark(id, label) {
    this.change(id, { chosen: label });
  }

  note(text) {
    const last = [...this.#entries.values()].at(-1);
    if (last?.item.note === text) return;
    const id = `note-${this.#entries.size}-${Date.now()}`;
    this.#entries.set(id, { item: { id, note: text, at: new Date().toISOString() }, state: "note" });
    this.draw();
  }

  /** Whether the person is at the end. Only who scrolls up leaves it: a picture that loads moves the end, too. */
  #look() {
    const { scrollTop, scrollHeight, clientHeight } = this.#log;
    if (scrollHeight - scrollTop - clientHeight < 80) this.#stuck = true;
    else if (scrollTop < this.#top) this.#stuck = false;
    this.#top = scrollTop;
  }

  #follow() {
    this.#look();
    if (this.#stuck) this.#toNewest();
  }

  /** To the end, except for a message of the bot that is taller than the screen: it is read from its beginning. */
  #toNewest() {
    const { row, key } = this.#last ?? {};
    if (!row || row.offsetHeight <= this.#log.clientHeight) {
      this.toEnd();
    } else if (key !== this.#read) {
      this.#read = key;
      this.#log.scrollTop += row.getBoundingClientRect().top - this.#log.getBoundingClientRect().top - MARGIN;
      this.#top = this.#log.scrollTop;
    }
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#top = this.#log.scrollTop;
  }

  #keepLocal(known, entry) {
    if (known?.item.file?.url.startsWith("blob:")) entry.item.file = known.item.file;
  }

  draw() {
    this.#look();
    this.#trim();
    const nodes = [];
    let day = "";
    let newest = null;
    this.#last = null;
    for (const [id, entry] of this.#entries) {
      const key = dayKey.format(new Date(since(entry)));
      if (key !== day) nodes.push(this.#day((day = key), since(entry)));
      const row = this.#row(id, entry);
      if (!entry.item.mine && !entry.item.note) newest = row;
      this.#last = row === newest ? { row, key: `${id} ${entry.item.text}` } : null;
      nodes.push(row);
    }
    if (!nodes.length && this.#told) nodes.push((this.#begin ??= this.#beginning()));
    for (const id of this.#rows.keys()) if (!this.#entries.has(id)) this.#rows.delete(id);
    arrange(this.#list, nodes);
    for (const { row } of this.#rows.values()) row.classList.toggle("newest", row === newest);
    if (this.#stuck) this.#toNewest();
  }

  #trim() {
    if (this.#entries.size <= this.#most) return;
    while (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value);
    this.#oldest = since(this.#entries.values().next().value);
    this.on.trimmed();
  }

  /** A press is a mark on the message it answers; a message with a known id changes that one, in its place. */
  #fold(entries, item) {
    if (item.press === undefined) {
      const known = entries.get(item.id);
      entries.set(item.id, { item, since: known ? since(known) : item.at });
    } else if (entries.has(item.of)) {
      entries.get(item.of).chosen = item.press;
    } else {
      this.#presses.set(item.of, item.press);
    }
  }

  #row(id, entry) {
    const drawn = JSON.stringify(entry);
    const known = this.#rows.get(id);
    if (known?.drawn === drawn) return known.row;
    const row = known?.row ?? makeRow(entry, this.on);
    if (known) updateRow(row, entry, this.on);
    this.#rows.set(id, { row, drawn });
    return row;
  }

  #day(key, at) {
    const moment = new Date(at);
    const [year, month, date] = key.split("-").map(Number);
    const today = dayKey.format(new Date());
    const yesterday = dayKey.format(new Date(Date.now() - 86_400_000));
    const name = key === today ? word("today") : key === yesterday ? word("yesterday") : weekday.format(moment);
    const shown = year === Number(today.slice(0, 4)) ? `${date}/${month}` : `${date}/${month}/${year}`;
    const node = this.#days.get(key) ?? element("li", "day");
    const text = `${name} ${shown}`;
    if (node.textContent !== text) node.textContent = text;
    this.#days.set(key, node);
    return node;
  }

  #beginning() {
    const start = element("button", "again", word("begin"));
    start.type = "button";
    start.addEventListener("click", () => this.on.begin());
    return element("li", "begin", element("span", "", word("empty")), start);
  }
}

/** When it was first said; an edit keeps the place of what it changed. */
function since(entry) {
  return entry.since ?? entry.item.at;
}

/** The list's children become `nodes`; those already in place are not touched, so nothing is read out twice. */
function arrange(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  let next = list.firstElementChild;
  for (const node of nodes) {
    if (node === next) next = next.nextElementSibling;
    else list.insertBefore(node, next);
  }
}
