// Older messages: fetched when the reader comes near the beginning, by scrolling or with the button there.
import { byId, word } from "./page.js";

export class Past {
  #talk;
  #button = byId("older");
  #busy = false;

  constructor(talk) {
    this.#talk = talk;
    this.#button.addEventListener("click", () => this.#load());
    const near = { root: byId("log"), rootMargin: "240px 0px 0px" };
    new IntersectionObserver(([seen]) => seen.isIntersecting && this.#load(), near).observe(this.#button);
  }

  /** Whether there are messages before those shown. */
  show(more) {
    this.#button.hidden = !more;
  }

  async #load() {
    if (this.#busy || !this.#talk.oldest) return;
    this.#busy = true;
    this.#tell("older-wait");
    try {
      const answer = await fetch(`/past?until=${encodeURIComponent(this.#talk.oldest)}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      const { items, more } = await answer.json();
      this.#talk.older(items);
      // Who pressed the button with the keyboard must not be left nowhere when it goes.
      if (!more && document.activeElement === this.#button) byId("log").focus({ preventScroll: true });
      this.show(more);
      this.#tell("older-shown");
    } catch {
      this.#tell("older-failed");
    }
    this.#busy = false;
  }

  #tell(key) {
    byId("told").textContent = word(key);
    this.#button.textContent = key === "older-shown" ? word("older") : word(key);
  }
}
