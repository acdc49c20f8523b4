"use strict";
// Shows the forms that a passkey answers, and answers them. Without it the pages work by code.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const wrong = form.querySelector("[data-wrong]");
    wrong.hidden = true;
    try {
      const options = JSON.parse(form.dataset.passkey);
      const credential = form.dataset.making === "yes"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      wrong.hidden = false;
    }
  });
}
