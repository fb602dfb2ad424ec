// The video of a lesson. Until it is pressed there is only a link, and nothing is asked of anyone outside.
// Pressed, the player takes the poster's place; a link to a moment anywhere on the page (a[data-nn-seconds]) plays
// from there. While the reader is elsewhere on the page, the player waits in a corner of the window.

class LessonVideo extends HTMLElement {
  connectedCallback() {
    this.poster = this.querySelector("a");
    document.addEventListener("click", this);
    this.observer = new IntersectionObserver(([entry]) => {
      this.player?.classList.toggle("nn-player--floating", !entry.isIntersecting);
    });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this);
    this.observer.disconnect();
  }

  handleEvent(event) {
    const link = event.target.closest?.("a[data-nn-seconds], .nn-poster");
    // A click that asks for a new tab or window gets it.
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.opener = link;
    this.play(Number(link.dataset.nnSeconds ?? 0));
  }

  play(seconds) {
    const id = new URL(this.poster.href).searchParams.get("v");
    const frame = document.createElement("iframe");
    frame.src = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&playsinline=1&start=${seconds}`;
    frame.title = this.dataset.nnTitle;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.player ??= this.appendChild(this.#newPlayer());
    this.player.replaceChildren(frame, this.player.lastChild);
    const { top, bottom } = this.getBoundingClientRect();
    this.player.classList.toggle("nn-player--floating", bottom < 0 || top > innerHeight);
    this.poster.hidden = true;
    this.classList.add("nn-video--playing");
    // The pressed link may be gone with the poster, and the keyboard is wanted where the video is.
    frame.focus({ preventScroll: true });
  }

  #newPlayer() {
    const player = document.createElement("div");
    const close = document.createElement("button");
    player.className = "nn-player";
    close.type = "button";
    close.textContent = "×";
    close.ariaLabel = this.dataset.nnClose;
    close.onclick = () => this.close();
    player.append(close);
    return player;
  }

  close() {
    this.player.remove();
    this.player = undefined;
    this.poster.hidden = false;
    this.classList.remove("nn-video--playing");
    this.opener.focus({ preventScroll: true });
  }
}

customElements.define("nn-video", LessonVideo);
