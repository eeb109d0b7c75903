// What a switch of language takes along beyond the address: it stands behind "=" in the fragment, which no server sees,
// and is taken out again on arrival. Nothing is stored.

/** The section an address names, and what was carried along with it. */
interface Carried {
  readonly section: string;
  readonly values: readonly string[];
}

/** Reads a fragment such as `#steps=gate-one.gate-two`. */
export function readFragment(hash: string): Carried {
  const [section = '', values = ''] = hash.slice(1).split('=');
  return { section, values: values.split('.').filter(Boolean) };
}

/** Takes what was carried along out of the address, so that it does not stay in links and bookmarks. */
export function arrive(): Carried {
  const carried = readFragment(location.hash);
  if (!location.hash.includes('=')) return carried;
  if (carried.section === '') {
    history.replaceState(history.state, '', location.pathname + location.search);
    document.dispatchEvent(new Event('moved'));
  } else location.replace(`#${carried.section}`);
  return carried;
}

/**
 * Lets each link to this page in another language take something along.
 * @param current the section to go to and what to carry, at the moment of the click; nothing leaves the link as it is
 */
export function carry(current: () => Carried | undefined): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-locale]') : null;
    const carried = current();
    if (link === null || carried === undefined) return;
    link.hash = carried.section + (carried.values.length === 0 ? '' : `=${carried.values.join('.')}`);
  });
}
