'use strict';
// Old phones: nothing newer than ES2017 here. What others wrote only ever becomes textContent.
const texts = JSON.parse(document.getElementById('texts').textContent);
const part = id => document.getElementById(id);
const log = part('log'), words = part('words'), notice = part('notice');
const greatestBytes = 200000, greatestFile = {{megabytes}} * 1048576, longestPause = 30000, keptEntries = 300;

// ---- what is kept on the phone; in memory alone when the browser forbids more
const memory = {};
function read(key, otherwise) {
  let found = memory[key];
  try { found = localStorage.getItem('rbc.' + key) || found; } catch (e) { /* private mode */ }
  try { return found ? JSON.parse(found) : otherwise; } catch (e) { return otherwise; }
}
function write(key, value) {
  memory[key] = JSON.stringify(value);
  try { localStorage.setItem('rbc.' + key, memory[key]); } catch (e) { /* private mode or full */ }
}
function unguessable() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const query = new URLSearchParams(location.search);
const asked = query.get('s') || '';
const session = /^[A-Za-z0-9_-]{8,64}$/.test(asked) ? asked : read('session', '') || unguessable();
write('session', session);
const talk = read('talk.' + session, { last: 0, entries: [] });
let queue = read('queue.' + session, []);
const drawn = new Map();
const saveTalk = () => write('talk.' + session, { last: talk.last, entries: talk.entries.slice(-keptEntries) });

// ---- language: the one chosen in the talk, else the phone's
let language = read('language', '') || (navigator.languages || [navigator.language]).map(code => code.slice(0, 2))
  .find(code => texts[code]) || 'en';
function speak(code) {
  language = code;
  write('language', code);
  const own = texts[code];
  document.documentElement.lang = code;
  document.title = part('title').textContent = own.title;
  words.placeholder = own.placeholder;
  words.setAttribute('aria-label', own.placeholder);
  part('send').setAttribute('aria-label', own.send);
  log.setAttribute('aria-label', own.conversation);
}
const called = { rw: /^rw$|kinyarwanda/i, fr: /^fr$|fran[cç]ais|french|igifaransa/i, en: /^en$|english|anglais|icyongereza/i };
// Only where the language is asked: in an answer about lessons it is a word like others.
function noticeLanguage(said) {
  const open = talk.entries.filter(entry => entry.n).pop();
  const offered = (open && open.choices || []).filter(choice => /^l:/.test(choice.payload));
  if (!offered.length) return;
  const numbered = offered[Number(said) - 1];
  const named = Object.keys(called).filter(code => called[code].test((numbered ? numbered.label : said).trim()));
  if (named.length === 1) speak(named[0]);
}
