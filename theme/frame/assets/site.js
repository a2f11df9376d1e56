/* Enlarge and contrast, remembered in this browser; menus by keyboard; and a search field that works from a disk. */
(function () {
  "use strict";

  const root = document.documentElement;
  const SWITCHES = { large: "大字版", contrast: "高对比" };

  function remembered(name) {
    try { return localStorage.getItem(`zhengben-${name}`) === "on"; } catch { return false; }
  }

  function remember(name, on) {
    try { localStorage.setItem(`zhengben-${name}`, on ? "on" : "off"); } catch { /* kept for this page alone */ }
  }

  function turn(name, on) {
    root.toggleAttribute(`data-zb-${name}`, on);
    const button = document.querySelector(`[data-zb-switch="${name}"]`);
    if (button) button.setAttribute("aria-pressed", String(on));
  }

  for (const name of Object.keys(SWITCHES)) turn(name, remembered(name));

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-zb-switch]")) {
      const name = button.dataset.zbSwitch;
      turn(name, root.hasAttribute(`data-zb-${name}`));
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        turn(name, on);
        remember(name, on);
      });
    }
    /* The theme listens for keys, but a phone, a mouse that pastes and a voice press none. */
    for (const field of document.querySelectorAll(".md-search__input")) {
      field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));
    }
    /* The theme opens its menu and its search with labels, which no key reaches; buttons press them. */
    for (const button of document.querySelectorAll("[data-zb-opens]")) {
      const label = document.querySelector(`.md-header [for="${button.dataset.zbOpens}"]`);
      button.addEventListener("click", () => label.click());
    }
  });

  /* A page read from a disk may start no worker, so the search runs in the page, behind the same two doors. */
  if (location.protocol === "file:") {
    window.Worker = class extends EventTarget {
      constructor(address) {
        super();
        const script = document.createElement("script");
        const inside = new EventTarget();
        const waiting = [];
        const hand = (to, data) => to.dispatchEvent(new MessageEvent("message", { data }));
        inside.postMessage = data => setTimeout(() => hand(this, data)); // later, as a worker would
        this.postMessage = data => waiting.push(data);
        script.src = address;
        script.onload = () => {
          this.postMessage = data => hand(inside, data);
          waiting.forEach(this.postMessage);
        };
        window.zhengbenWorker = inside;
        document.head.append(script);
      }
    };
  }
})();
