// ---- pictures and sounds of a question
function picture(one) {
  const made = element('figure');
  const shown = element(one.kind === 'image' ? 'img' : one.kind);
  if (one.kind === 'image') {
    shown.alt = one.caption || '';
    shown.addEventListener('load', toEnd, { once: true });
  } else {
    shown.controls = true;
    shown.preload = 'none';
  }
  shown.src = one.src;
  made.append(shown);
  if (one.caption) made.append(element('figcaption', '', one.caption));
  return made;
}

// ---- what is sent beside words: the place, a picture, a sound, a film
const accepted = { image: 'image/*', audio: 'audio/*', video: 'video/*', file: 'image/*,audio/*,video/*,application/pdf' };
const canShare = share => share.kind in accepted || (share.kind === 'location' && 'geolocation' in navigator);
function shareRow(share) {
  const row = element('div', 'share');
  const press = element('button', '', share.label);
  press.type = 'button';
  row.append(press);
  if (share.kind === 'location') { press.addEventListener('click', sharePlace); return row; }
  const input = element('input');
  input.type = 'file';
  input.accept = accepted[share.kind];
  input.tabIndex = -1;
  input.setAttribute('aria-hidden', 'true');
  input.addEventListener('change', () => { if (input.files[0]) upload(input.files[0]); input.value = ''; });
  press.addEventListener('click', () => input.click());
  row.append(input);
  return row;
}
function sharePlace() {
  tell('sending');
  navigator.geolocation.getCurrentPosition(at => {
    untell(['sending']);
    const place = { latitude: at.coords.latitude, longitude: at.coords.longitude, accuracy: at.coords.accuracy };
    if (at.coords.altitude !== null) place.altitude = at.coords.altitude;
    say({ location: place }, texts[language]['shared.location']);
  }, () => tell('location-failed'), { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
}
// A photo is made smaller: a slow line, and what the camera wrote into it about the place stays on the phone.
function smaller(file) {
  return new Promise(done => {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type)) { done(file); return; }
    const image = new Image(), url = URL.createObjectURL(file);
    const over = made => { URL.revokeObjectURL(url); done(made || file); };
    image.onerror = () => over();
    image.onload = () => {
      const scale = Math.min(1, 1600 / Math.max(image.naturalWidth, image.naturalHeight));
      const canvas = element('canvas');
      canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
      canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
      const brush = canvas.getContext('2d');
      if (!brush || !canvas.toBlob) { over(); return; }
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(over, 'image/jpeg', .82);
    };
    image.src = url;
  });
}
async function upload(file) {
  tell('sending');
  const sent = await smaller(file);
  if (sent.size > greatestFile) { tell('file-large'); return; }
  try {
    const answer = await call('files', { method: 'POST', headers: { 'Content-Type': sent.type || 'application/octet-stream', 'Accept-Language': language }, body: sent }, 180);
    if (answer.status !== 201) { tell({ 413: 'file-large', 415: 'file-type', 429: 'file-many' }[answer.status] || 'file-failed'); return; }
    untell(['sending']);
    say({ file: (await answer.json()).file }, '📎 ' + file.name);
  } catch (e) {
    tell('file-failed');
  }
}
