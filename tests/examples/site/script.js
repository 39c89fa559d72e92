'use strict';
const root = document.documentElement;
const languages = root.dataset.languages.split(' ');
const names = ['q', 'category', 'from', 'to', 'lang'];
const no_filter = { q: '', category: '', from: '', to: '' };
let state;

const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };

// "#key&q=...&lang=en": a part without "=" is the id to go to. The page's own links put it first.
function read_fragment(text) {
  const read = { ...no_filter, at: '', lang: languages[0] };
  for (const part of text.slice(1).split('&')) {
    const split = part.indexOf('=');
    const name = part.slice(0, split);
    if (split < 0) read.at ||= decoded(part);
    else if (names.includes(name)) read[name] = decoded(part.slice(split + 1));
  }
  for (const end of ['from', 'to']) if (!/^[+-]?\d+$/.test(read[end])) read[end] = '';
  if (!languages.includes(read.lang)) read.lang = languages[0];
  return read;
}

function fragment() {
  const given = names.filter(name => state[name] && !(name === 'lang' && state.lang === languages[0]));
  const parts = given.map(name => name + '=' + encodeURIComponent(state[name]));
  if (state.at) parts.unshift(encodeURIComponent(state.at));
  return location.href.split('#')[0] + (parts.length ? '#' : '') + parts.join('&');
}

// This runs in the head, so that the browser never shows the wrong language.
root.classList.add('js');
root.lang = read_fragment(location.hash).lang;

// ---- Search, as the library does it ----

// Foldings that Unicode's canonical decompositions do not cover.
const letters = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const white_space = /\p{White_Space}/u;
// Latin and combining marks, Greek and Cyrillic; further marks and Latin letters.
const foldable = /[A-Z\x80-\u052f\u1dc0-\u1eff]/g;
const folded_characters = new Map();

// Maps all lower-case forms of a letter, such as the two small sigmas, to one.
function lower(character) {
  const result = character.toUpperCase().toLowerCase();
  return result.length === 1 ? result : character.toLowerCase();
}

function folded_character(character) {
  if (white_space.test(character)) return ' ';
  if (/[\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff]/.test(character)) return '';
  if (character >= '\u0370' && character <= '\u052f') return lower(character);
  const letter = lower(character.normalize('NFD')[0]);
  return letters[letter] ?? letter;
}

// Folds case, and removes the accents of Latin letters.
function folded(text) {
  return text.replace(foldable, character => {
    let result = folded_characters.get(character);
    if (result === undefined) folded_characters.set(character, result = folded_character(character));
    return result;
  });
}

const folded_text = text => folded(text.trim().replace(/\p{White_Space}+/gu, ' '));

// Replaces each Hangul syllable with its initial consonant.
const initial_of = syllable => initials[Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)];
const initials_of = text => text.replace(/[가-힣]/g, initial_of);

// Splits a query at white space, but not between quotation marks or after a final unpaired one.
function words_of(query) {
  const parts = query.replace(/\p{White_Space}/gu, ' ').split('"');
  const words = parts.flatMap((part, at) => at % 2 ? [part] : part.split(' '));
  return words.map(folded).filter(word => word !== '');
}

// Returns a function that tells whether a card contains every word of the query.
function finder(query) {
  if (/[\p{Cc}\p{Cs}]/u.test(query.replace(/\p{White_Space}/gu, ''))) return () => false;
  const is_initials = word => [...word].every(letter => initials.includes(letter));
  const words = words_of(query).map(word => ({ word, is_initials: is_initials(word) }));
  return card => words.every(({ word, is_initials }) =>
    is_initials ? (card.initials ??= initials_of(card.text)).includes(word) : card.text.includes(word));
}

document.addEventListener('DOMContentLoaded', () => {
  const $ = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const controls = {};
  for (const name of Object.keys(no_filter)) if ($('~' + name)) controls[name] = $('~' + name);
  const counts = all('[data-count]');
  const nothing = $('~nothing');
  const translated = all('[data-translated]');
  const language_buttons = all('[data-language]');
  const marks = all('.mark').map(element => ({
    element, ...element.dataset, filled: element.querySelector('.filled'), size: 0, shown: 0, is_pressed: false,
  }));
  const units = new Map(all('[data-unit]').map(unit => [unit.dataset.unit, []]));
  for (const unit of all('[data-unit]')) units.get(unit.dataset.unit).push(unit);
  const sections = new Map(all('.category').map(element => [element, { element, listed: 0 }]));
  const cards = all('.card').map(element => {
    const { category } = element.dataset;
    const year = Number(element.dataset.year);  // NaN without a year, which is outside every range
    const its_marks = marks.filter(mark => mark.category === category || (year >= mark.from && year <= mark.to));
    for (const mark of its_marks) ++mark.size;
    const texts = [element.id, ...all('[data-find]', element).map(found => found.textContent)];
    return {
      element, category, year, marks: its_marks, units: units.get(element.id) ?? [],
      section: sections.get(element.closest('.category')),
      text: texts.map(folded_text).join('\0'),  // a query never contains U+0000
      is_shown: true,
    };
  });
  const card_of = new Map(cards.map(card => [card.element, card]));
  const categories = new Set(cards.map(card => card.category));

  // The cards that match are shown; the browser lays out only the listed ones. A keystroke lists a screenful, so that
  // it does not wait for thousands. More follow when typing stops, and the rest when the reader scrolls.
  const at_once = 12;
  const by_and_by = 300;
  const listed = new Set();
  let shown;
  let listing;

  function list(card, is_listed) {
    card.element.classList.toggle('listed', is_listed);
    if (is_listed) listed.add(card);
    else listed.delete(card);
    card.section.listed += is_listed ? 1 : -1;
  }

  // Lists the first of the shown cards.
  function list_first(count) {
    for (const card of shown.slice(listed.size, count)) list(card, true);
    for (const section of sections.values()) {
      const is_empty = section.listed === 0;
      if (section.element.hidden !== is_empty) section.element.hidden = is_empty;
    }
    clearTimeout(listing);
    if (listed.size >= Math.min(shown.length, by_and_by)) return;
    listing = setTimeout(() => list_first(listed.size + 5 * at_once), 50);
  }

  new IntersectionObserver((changes, observer) => {
    if (!changes.some(change => change.isIntersecting) || listed.size === shown.length) return;
    list_first(listed.size + by_and_by);
    observer.disconnect();  // so that it reports again if the end is still near
    observer.observe($('~end'));
  }, { rootMargin: '2000px' }).observe($('~end'));
  // Printing the page, and the browser's own search, need all of the shown cards.
  window.addEventListener('beforeprint', () => list_first(shown.length));
  document.addEventListener('keydown', event => {
    const finds = event.key === 'F3' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f');
    if (finds) list_first(shown.length);
  });

  function is_wanted() {
    const finds = finder(state.q);
    const by_year = state.from !== '' || state.to !== '';
    const first = state.from === '' ? -Infinity : Number(state.from);
    const last = state.to === '' ? Infinity : Number(state.to);
    return card => (!state.category || card.category === state.category) &&
        (!by_year || (card.year >= first && card.year <= last)) && finds(card);
  }

  function show_cards() {
    const wanted = cards.filter(is_wanted());
    if (wanted.length === shown?.length && wanted.every((card, at) => card === shown[at])) return;
    shown = wanted;
    const is_shown = new Set(shown);
    const first = new Set(shown.slice(0, at_once));
    for (const card of listed) if (!first.has(card)) list(card, false);
    for (const card of first) if (!listed.has(card)) list(card, true);
    for (const mark of marks) mark.shown = 0;
    for (const card of cards) {
      const is_in = is_shown.has(card);
      if (is_in) for (const mark of card.marks) ++mark.shown;
      if (is_in === card.is_shown) continue;
      card.is_shown = is_in;
      for (const unit of card.units) unit.classList.toggle('off', !is_in);
    }
    for (const { filled, shown, size } of marks) filled?.style.setProperty('--filled', size ? shown / size : 0);
    for (const place of counts) place.textContent = shown.length;
    nothing.hidden = shown.length > 0;
    list_first(at_once);
  }

  function show_controls() {
    for (const [name, control] of Object.entries(controls)) {
      if (control.value === state[name]) continue;
      // The fragment may contain a year without entries, which the list of choices lacks.
      if (control.options && ![...control.options].some(option => option.value === state[name])) {
        control.add(new Option(state[name], state[name]));
      }
      control.value = state[name];
    }
    for (const mark of marks) {
      const { category, from, to } = mark;
      const is_pressed = category ? category === state.category : from === state.from && to === state.to;
      if (is_pressed !== mark.is_pressed) mark.element.setAttribute('aria-pressed', mark.is_pressed = is_pressed);
    }
  }

  function show_language() {
    root.lang = state.lang;
    for (const button of language_buttons) {
      button.setAttribute('aria-pressed', button.dataset.language === state.lang);
    }
    for (const element of translated) {
      element.textContent = element.getAttribute('data-in-' + state.lang);
      element.lang = state.lang;
    }
  }

  function show() {
    if (translated.length && translated[0].lang !== state.lang) show_language();
    show_cards();
    show_controls();
  }

  // Saves the state when typing stops: replaceState is slow, and some browsers refuse frequent calls.
  let saving;
  function save() {
    if (saving) history.replaceState(null, '', fragment());
    forget_to_save();
  }
  function forget_to_save() {
    clearTimeout(saving);
    saving = undefined;
  }

  function change(changes) {
    Object.assign(state, { at: '' }, changes);
    show();
    clearTimeout(saving);
    saving = setTimeout(save, 200);
  }

  // Shows the target of a link, even if a filter has hidden it.
  function go(element, behavior) {
    const card = card_of.get(element);
    if (card && !card.is_shown) change({ ...no_filter, at: element.id });
    if (card && !listed.has(card)) list_first(shown.indexOf(card) + 1);
    element.scrollIntoView({ behavior, block: element.matches('.card') ? 'center' : 'start' });
    element.focus({ preventScroll: true });
  }

  function follow_fragment() {
    forget_to_save();
    state = read_fragment(location.hash);
    if (!categories.has(state.category)) state.category = '';
    show();
    const element = state.at && $(state.at);
    if (element) go(element, 'instant');
  }

  // Leaves the text selected if the clipboard is unavailable, as it may be on file://.
  async function copy(button) {
    const text = button.closest('details').querySelector('pre');
    let copied = true;
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      copied = document.execCommand('copy');
    }
    const message = $(copied ? '~copied' : '~selected').content.cloneNode(true);
    button.parentNode.querySelector('[role="status"]').replaceChildren(message);
  }

  // Follows a link within the page, which leads either to an id or to a search.
  function follow(link) {
    save();
    const { at, q } = read_fragment(link.hash);
    if (at) state.at = at;
    else Object.assign(state, no_filter, { at: '', q });
    history.pushState(null, '', fragment());
    if (!at) show();
    go($(at || '~entries'), still.matches ? 'instant' : 'smooth');
  }

  document.addEventListener('click', event => {
    const target = event.target.closest('button, a[href^="#"]');
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { language, category, from, to } = target.dataset;
    const pressed = target.getAttribute('aria-pressed') === 'true';
    if (target.matches('a')) {
      event.preventDefault();
      follow(target);
    } else if (language) change({ lang: language });
    else if (category) change({ category: pressed ? '' : category });
    else if (from) change(pressed ? { from: '', to: '' } : { from, to });
    else if ('copy' in target.dataset) copy(target);
    else if ('reset' in target.dataset) change(no_filter);
  });
  document.addEventListener('input', event => {
    for (const [name, control] of Object.entries(controls)) {
      if (event.target === control) change({ [name]: control.value });
    }
  });
  document.addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', follow_fragment);
  window.addEventListener('pagehide', save);

  for (const { element } of marks) element.disabled = false;
  for (const button of language_buttons) {
    // Intl lacks names for private-use tags.
    try {
      button.textContent = new Intl.DisplayNames([button.lang], { type: 'language' }).of(button.lang);
    } catch {
      continue;
    }
  }
  follow_fragment();
  // If the fragment contains a filter, scroll to the entries.
  if (!state.at && Object.keys(no_filter).some(name => state[name])) go($('~entries'), 'instant');
});
