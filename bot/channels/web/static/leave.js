// Leaving: asked once more, because coming back takes an invite. What this browser kept goes, too.
import { byId } from "./page.js";
import * as pending from "./pending.js";

export function startLeaving() {
  const dialog = byId("leaving");
  if (!dialog) return;
  byId("leave").addEventListener("click", () => {
    byId("leaving-waiting").hidden = !pending.waiting().length;
    dialog.showModal();
  });
  byId("stay").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", () => pending.forgetAll());
}
