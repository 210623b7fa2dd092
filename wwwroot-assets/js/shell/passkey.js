// <dip-passkey>: lets the browser make a passkey, or sign in with one, and sends its answer with the form inside. The form is sent as it is
// in a browser that cannot; the server then says why nothing came of it. The bytes are written by hand, not with `toJSON`: browsers from
// before 2024 do not have it, and some password managers answer with an object that breaks it.

// From base64url to bytes.
/** @param {string} text */
export function bytesOf(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, letter => letter.charCodeAt(0));
}

// From bytes to base64url.
/** @param {ArrayBuffer} buffer */
export function textOf(buffer) {
  const binary = Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * @param {CredentialsContainer} credentials
 * @param {any} options
 */
async function create(credentials, options) {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(withBytes),
  };
  const made = /** @type {PublicKeyCredential} */ (await credentials.create({ publicKey }));
  const response = /** @type {AuthenticatorAttestationResponse} */ (made.response);
  return written(made, {
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
}

/**
 * @param {CredentialsContainer} credentials
 * @param {any} options
 */
async function get(credentials, options) {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(withBytes),
  };
  const shown = /** @type {PublicKeyCredential} */ (await credentials.get({ publicKey }));
  const response = /** @type {AuthenticatorAssertionResponse} */ (shown.response);
  return written(shown, {
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : null,
  });
}

/** @param {any} credential */
function withBytes(credential) {
  return { ...credential, id: bytesOf(credential.id) };
}

/**
 * @param {PublicKeyCredential} credential
 * @param {object} response
 */
function written(credential, response) {
  return JSON.stringify({
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

class Passkey extends HTMLElement {
  connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    if (!globalThis.PublicKeyCredential) {
      this.#say(this.dataset.unsupported ?? '');
      return;
    }
    this.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#ask(form);
    });
  }

  /** @param {HTMLFormElement} form */
  async #ask(form) {
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    const answer = /** @type {HTMLInputElement} */ (form.elements.namedItem('svar'));
    this.#say('');
    button.disabled = true;
    try {
      const options = await fetch(new URL(this.dataset.options ?? '', document.baseURI), {
        method: 'POST',
        body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
      });
      // The server's own words, such as that the password is wrong.
      if (options.status === 422) {
        this.#say(await options.text());
        return;
      }
      if (!options.ok) throw new Error(`${options.status}`);
      const asked = await options.json();
      const act = this.dataset.passkey === 'create' ? create : get;
      answer.value = await act(/** @type {CredentialsContainer} */ (navigator.credentials), asked);
      form.submit();
    } catch {
      this.#say(this.dataset.failed ?? '');
    } finally {
      button.disabled = false;
    }
  }

  /** @param {string} words */
  #say(words) {
    const place = this.querySelector('.field-error');
    if (!place) return;
    const text = document.createElement('span');
    text.textContent = words;
    place.replaceChildren(...(words ? [text] : []));
  }
}

if (!customElements.get('dip-passkey')) customElements.define('dip-passkey', Passkey);
