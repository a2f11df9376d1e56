/*
 * Finds pages by exact words, for the theme's own search field: it answers the theme's messages
 * (0 set up, 1 ready, 2 query, 3 result) as the theme's own worker would. Chinese has no spaces between words, so
 * nothing is cut into words: what is typed is looked for as it stands.
 *
 * The index is one text: a line for each page, its parts divided by tabs: weight, address, title, names, words.
 * Names, divided by "|", are what the page is called: typed whole, they bring it to the front.
 */
(function (scope) {
  "use strict";

  const BETWEEN = /[\s，、。；：！？,;:!?《》〈〉“”‘’"']+/;
  const CALLED = 1000, TITLED = 400, WRITTEN = 100;
  const AROUND = 36;

  let text = "", folded = "", starts = [], synonyms = [], load = null;

  scope.addEventListener("message", ({ data }) => {
    if (data.type === 0) {
      if (data.data.config.text !== undefined) prepare(data.data.config);
      else load = () => { scope.importScripts("../search/search_index.js"); return scope.__index.config; };
      scope.postMessage({ type: 1 });
    } else if (data.type === 2) {
      scope.postMessage({ type: 3, data: { items: answer(data.data) } });
    }
  });

  /* The index is fetched when something is first looked for, not with every page. */
  function answer(query) {
    const words = fold(query).split(BETWEEN).filter(Boolean);
    if (!words.length) return [];
    if (load) { prepare(load()); load = null; }
    const found = words.map(pages);
    const [first, ...others] = found;
    return [...first.keys()]
      .filter(page => others.every(one => one.has(page)))
      .map(page => ({ page, score: found.reduce((sum, one) => sum + one.get(page).score, 0) }))
      .sort((a, b) => b.score - a.score || a.page - b.page)
      .map(({ page, score }) => [item(page, score, found.map(one => one.get(page).word))]);
  }

  function prepare(config) {
    text = config.text;
    folded = fold(text);
    synonyms = config.terms.map(group => group.map(fold));
    for (let end = -1; starts.push(end + 1), (end = text.indexOf("\n", end + 1)) >= 0;);
  }

  /* One way of writing: small letters, digits and letters of ordinary width, round brackets; of the same length. */
  function fold(words) {
    return words
      .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[A-Z]+/g, letters => letters.toLowerCase())
      .replace(/[〔［【[（]/g, "(")
      .replace(/[〕］】\]）]/g, ")");
  }

  /* The pages that have a word, or the term people mean by it, each with its best score. */
  function pages(word) {
    const best = new Map();
    for (const [meant, weight] of meanings(word)) {
      let page = 0;
      for (let at = folded.indexOf(meant); at >= 0; at = folded.indexOf(meant, starts[page])) {
        page = holding(at, page);
        const score = weight * points(page, meant);
        if (score > (best.get(page)?.score ?? 0)) best.set(page, { score, word: meant });
        if (++page === starts.length) break;
      }
    }
    return best;
  }

  /* What is typed counts most; then the term for which it is an everyday word; then terms it has within. */
  function meanings(word) {
    const found = new Map([[word, 1]]);
    for (const [term, ...everyday] of synonyms) {
      const within = [term, ...everyday].filter(one => word.includes(one));
      if (!within.length || found.has(term)) continue;
      const longest = Math.max(...within.map(one => one.length));
      found.set(term, everyday.includes(word) ? 0.8 : 0.5 * longest / word.length);
    }
    return found;
  }

  /* The page whose line holds a place of the text; `from` is a page known to begin before it. */
  function holding(at, from) {
    let low = from, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= at) low = middle; else high = middle - 1;
    }
    return low;
  }

  function line(all, page) {
    return all.slice(starts[page], (starts[page + 1] ?? all.length + 1) - 1).split("\t");
  }

  function points(page, word) {
    const [weight, , title, names, words] = line(folded, page);
    const own = Number(weight);
    if (names.split("|").includes(word)) return CALLED + own;
    if (title.includes(word)) return TITLED + own;
    return words.includes(word) ? WRITTEN + own : 0;
  }

  function item(page, score, words) {
    const [, location, title, , body] = line(text, page);
    return {
      location,
      title: marked(title, words),
      text: marked(excerpt(body, words), words),
      score,
      terms: Object.fromEntries(words.map(word => [word, true])),
    };
  }

  function excerpt(body, words) {
    const places = words.map(word => fold(body).indexOf(word)).filter(place => place >= 0);
    const at = places.length ? Math.min(...places) : 0;
    const from = at > AROUND ? at - AROUND / 2 : 0;
    const until = at + 2 * AROUND;
    return (from ? "…" : "") + body.slice(from, until) + (until < body.length ? "…" : "");
  }

  /* HTML of a text, in which the words are marked. */
  function marked(plain, words) {
    const small = fold(plain);
    let html = "";
    for (let at = 0; at < plain.length;) {
      const word = words.filter(one => small.startsWith(one, at)).sort((a, b) => b.length - a.length)[0];
      const piece = escaped(plain.slice(at, at + (word ?? " ").length));
      html += word ? `<mark>${piece}</mark>` : piece;
      at += (word ?? " ").length;
    }
    return html;
  }

  function escaped(plain) {
    return plain.replace(/[&<>"]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  }
})(self.zhengbenWorker ?? self);
