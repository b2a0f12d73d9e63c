/** The time, as often as a list that says "due 15:00" needs it. */
const EVERY_MS = 30_000;

class Now {
  date = $state.raw(new Date());

  follow(): () => void {
    const timer = setInterval(() => (this.date = new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }
}

export const now = new Now();
