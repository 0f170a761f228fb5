// The page: puts the conversation, the composer, the photos and the socket together.
import { startComposer } from "./composer.js";
import { startLeaving } from "./leave.js";
import { Link } from "./link.js";
import { byId, newId, page, word } from "./page.js";
import * as pending from "./pending.js";
import { Past } from "./past.js";
import { Photos } from "./photos.js";
import { Talk } from "./talk.js";

const LONGEST_TYPING = 10_000;
const BANNER_AFTER = 1_200;
const pressed = new Map();
let typingTimer = null;
let bannerTimer = null;

const talk = new Talk({ press, again: (id) => photos.again(id), begin: () => sayText("/start"), trimmed: () => past.show(true) });
const past = new Past(talk);
const photos = new Photos(talk, send, sayText);
const composer = startComposer({
  text: sayText,
  files: (files, caption) => photos.add(files, caption),
  place: (latitude, longitude) => show({ place: [latitude, longitude] }, { location: [latitude, longitude] }),
  menu: () => sayText("/menu"),
  note: (text) => talk.note(text),
});
startLeaving();
showWho(page.who);
showWaiting();

const link = new Link({
  hello: ({ items, more, who }) => {
    if (talk.hello(items)) past.show(more);
    showWaiting();
    showWho(who);
    photos.resume();
  },
  item: (item) => {
    talk.add(item);
    if (!item.mine) typing(false);
  },
  who: showWho,
  settled,
  note: (text) => talk.note(text),
  state: showState,
  turnedAway: () => location.reload(),
});
if (page.start) link.say({ id: newId(), start: page.start });

function sayText(text) {
  show({ text }, { text });
}

function show(item, frame) {
  const id = newId();
  talk.addMine({ id, ...item }, "waiting");
  send({ id, ...frame });
}

function send(frame) {
  link.say(frame);
  typing(link.isOpen);
}

function press(of, choice, event) {
  const id = newId();
  pressed.set(id, of);
  talk.mark(of, choice.label);
  send({ id, press: choice.token, of, label: choice.label });
  // The pressed button is gone. Who came by keyboard goes on at the message box; a phone's keyboard stays shut.
  if (event.detail === 0) composer.focus();
}

/** What still waits is shown, also after the page was loaded anew. */
function showWaiting() {
  for (const { at, frame } of pending.waiting()) {
    if (frame.press !== undefined) {
      talk.mark(frame.of, frame.label);
    } else if (frame.start === undefined && !talk.has(frame.id)) {
      const text = frame.upload ? frame.caption || word("photo-sent") : (frame.text ?? "");
      talk.addMine({ id: frame.id, at, text, place: frame.location }, "waiting");
    }
  }
}

function settled(id, why) {
  if (page.start && location.pathname !== "/chat") history.replaceState(null, "", "/chat");
  if (why && pressed.has(id)) {
    talk.change(pressed.get(id), { chosen: undefined });
    talk.note(why);
  } else {
    talk.change(id, why ? { state: "failed", why } : { state: undefined });
  }
  if (why) typing(false);
  pressed.delete(id);
}

function typing(on) {
  clearTimeout(typingTimer);
  byId("typing").hidden = !on;
  if (!on) return;
  talk.toEnd();
  typingTimer = setTimeout(() => typing(false), LONGEST_TYPING);
}

function showState(open) {
  const banner = byId("banner");
  if (open) {
    clearTimeout(bannerTimer);
    bannerTimer = null;
    banner.textContent = "";
    return;
  }
  typing(false);
  // A line that is back at once is no news.
  bannerTimer ??= setTimeout(() => (banner.textContent = banner.dataset.text), BANNER_AFTER);
}

function showWho(who) {
  if (who && who.locale !== page.locale && composer.isEmpty() && !pending.waiting().length) location.reload();
  if (who) document.title = document.querySelector("h1").textContent = who.heading;
  byId("who").textContent = who ? [who.name, who.role].filter(Boolean).join(" · ") : word("stranger");
}
