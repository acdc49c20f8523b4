// ---- the text box
function grow() {
  words.style.height = 'auto';
  words.style.height = words.scrollHeight + 2 + 'px';
}
function submit() {
  const text = words.value.trim();
  words.focus();
  if (!text) return;
  if (new Blob([text]).size > greatestBytes) { tell('too-long'); return; }
  words.value = '';
  grow();
  say({ text: text }, text);
}
part('say').addEventListener('submit', event => { event.preventDefault(); submit(); });
addEventListener('resize', toEnd);
words.addEventListener('input', () => { grow(); untell(['too-long']); });
words.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});

// ---- coming in
let isEntered = false;
function enter(code) {
  isEntered = true;
  say({ enter: code });
}
speak(language);
tell('connecting');
talk.entries.forEach(draw);
if (talk.entries.length) settle();
const code = query.get('code');
// Out of the address bar: a reload goes on where it was, and a shared address does not share the session.
if (code !== null || asked) history.replaceState(null, '', location.pathname);
if (code !== null) enter(code);
send();
listen();
