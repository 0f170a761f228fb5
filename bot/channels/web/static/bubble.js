// One message as elements. Everything people wrote goes in as text, never as HTML.
import { element, page, word } from "./page.js";

const clock = new Intl.DateTimeFormat("vi", { timeZone: page.timezone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const MARKS = /\*\*(.+?)\*\*/gs;
const LINKS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** A row for the list. `entry` is {item, chosen, state, why, progress}; `on` is {press, again}. */
export function makeRow(entry, on) {
  const row = element("li");
  updateRow(row, entry, on);
  return row;
}

export function updateRow(row, entry, on) {
  const { item } = entry;
  if (item.note || item.joined) {
    row.className = "note";
    row.textContent = item.note ?? word("joined");
    return;
  }
  row.className = `row ${item.mine ? "mine" : "bot"}${entry.state === "waiting" ? " waiting" : ""}`;
  const content = item.mine && row.dataset.drawn === "mine" ? [row.firstChild] : [bubble(item)];
  row.dataset.drawn = item.mine ? "mine" : "bot";
  row.dataset.id = item.id;
  if (item.mine) showState(content[0], entry);
  else if (item.rows?.length) content.push(choices(entry, on));
  if (entry.why) content.push(element("p", "refused", entry.why));
  if (entry.retry) content.push(button("again", word("try-again"), () => on.again(item.id)));
  row.replaceChildren(...content);
}

function bubble(item) {
  const box = element("div", "bubble", element("span", "unseen", `${word(item.mine ? "you" : "bot")}: `));
  if (item.file) box.append(attachment(item));
  const text = element("p", "text");
  text.append(...marked(item.place ? `${word("place-sent")}\n${item.place.map((degrees) => degrees.toFixed(5)).join(", ")}` : (item.text ?? "")));
  const time = element("time", "", clock.format(new Date(item.at)));
  time.dateTime = item.at;
  box.append(text, element("div", "meta", time));
  return box;
}

function showState(box, { state, progress, item }) {
  const said = { waiting: ["◷", word("sending")], failed: ["!", word("not-sent")] }[state] ?? ["✓", word("sent")];
  const mark = element("span", "state", said[0]);
  mark.setAttribute("aria-hidden", "true");
  const meta = box.querySelector(".meta");
  const time = meta.querySelector("time");
  time.dateTime = item.at;
  time.textContent = clock.format(new Date(item.at));
  meta.replaceChildren(time, mark, element("span", "unseen", said[1]));
  box.querySelector("progress")?.remove();
  if (progress === undefined || progress === null) return;
  const bar = element("progress");
  bar.max = 1;
  bar.value = progress;
  bar.setAttribute("aria-label", word("uploading"));
  meta.before(bar);
}

function choices(entry, on) {
  const box = element("div", "choices");
  if (entry.chosen !== undefined) {
    const done = button("choice chosen", `✔ ${entry.chosen}`, () => {});
    done.disabled = true;
    box.append(element("div", "", done));
    return box;
  }
  for (const row of entry.item.rows) {
    const made = row.map((choice) => button(choice.main ? "choice main" : "choice", choice.label, (event) => on.press(entry.item.id, choice, event)));
    box.append(element("div", "", ...made));
  }
  return box;
}

function button(className, label, action) {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

function attachment({ file, mine }) {
  const link = element("a", file.image ? "picture" : "file");
  link.href = file.url;
  if (file.image) {
    link.target = "_blank";
    link.rel = "noopener";
    const image = element("img");
    image.src = file.url;
    image.alt = file.name || word(mine ? "photo-sent" : "photo-open");
    link.append(image);
  } else {
    link.download = file.name;
    link.append(`⭳ ${file.name || word("download")}`);
  }
  return link;
}

function* marked(text) {
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    yield* linked(text.slice(end, match.index));
    yield element("strong", "", ...linked(match[1]));
    end = match.index + match[0].length;
  }
  yield* linked(text.slice(end));
}

function* linked(text) {
  let end = 0;
  for (const match of text.matchAll(LINKS)) {
    yield text.slice(end, match.index);
    const link = element("a", "", match[0]);
    link.href = match[0];
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    yield link;
    end = match.index + match[0].length;
  }
  yield text.slice(end);
}
