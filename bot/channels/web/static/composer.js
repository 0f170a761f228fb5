// Where the person types: grows, sends on Enter (never in the middle of composing a letter), keeps its draft.
import * as pending from "./pending.js";
import { byId, word } from "./page.js";

const LARGEST = 60_000;

/** `on`: {text(text), files(files, caption), place(latitude, longitude), menu(), note(text)}. */
export function startComposer(on) {
  const say = byId("say");
  const files = byId("files");

  const grow = () => {
    say.style.height = "auto";
    say.style.height = `${say.scrollHeight + 3}px`;
  };

  const clear = () => {
    say.value = "";
    pending.keepDraft("");
    grow();
  };

  const submit = () => {
    const text = say.value.trim();
    if (!text) return;
    if (new TextEncoder().encode(JSON.stringify(text)).length > LARGEST) {
      on.note(word("too-long"));
      return;
    }
    clear();
    on.text(text);
  };

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    say.focus();
  });
  say.addEventListener("keydown", (event) => {
    // keyCode 229: Safari ends a composition before it reports the Enter that ended it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  say.addEventListener("input", () => {
    grow();
    pending.keepDraft(say.value);
  });
  // A press on "send" must not close the phone's keyboard.
  byId("send").addEventListener("pointerdown", (event) => event.preventDefault());

  byId("photo").addEventListener("click", () => files.click());
  files.addEventListener("change", () => {
    // What was typed goes with the photos, as their caption.
    if (on.files([...files.files], say.value.trim())) clear();
    files.value = "";
  });
  byId("menu").addEventListener("click", () => on.menu());
  byId("place").hidden = !("geolocation" in navigator && isSecureContext);
  byId("place").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => on.place(coords.latitude, coords.longitude),
      () => on.note(word("place-failed")),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });

  say.value = pending.draft();
  grow();
  return { isEmpty: () => say.value === "", focus: () => say.focus() };
}
