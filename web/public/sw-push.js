/**
 * What arrives by Web Push is shown, and leads to its evidence. The payload is Safari's declarative form, which Safari shows by
 * itself; here every other browser does.
 */
self.addEventListener("push", (event) => {
  event.waitUntil(show(event.data));
});

async function show(data) {
  const { title, body, navigate, lang, dir, tag } = said(data);
  await self.registration.showNotification(title, {
    ...(body ? { body } : {}),
    ...(lang ? { lang, dir } : {}),
    // the same message twice is shown once
    ...(tag ? { tag } : {}),
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    data: { navigate },
  });
}

/** A browser shows something for each push that comes, or takes the permission away. */
function said(data) {
  try {
    const { web_push, notification } = data.json();
    if (web_push === 8030 && notification.title) return notification;
  } catch {
    // nothing, or not ours
  }
  return { title: "Denyut", navigate: "/" };
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.navigate ?? "/"));
});

/** In a window that is open already, else in a new one; never anywhere but here. */
async function open(address) {
  const { href, origin } = new URL(address, location.origin);
  const target = origin === location.origin ? href : `${location.origin}/`;
  const windows = await self.clients.matchAll({ type: "window" });
  const [first] = windows.sort((a, b) => Number(b.focused) - Number(a.focused));
  if (!first) {
    await self.clients.openWindow(target);
    return;
  }
  // without a tap of the person a browser may refuse; the page is there all the same
  await first.focus().catch(() => {});
  await first.navigate(target).catch(() => self.clients.openWindow(target));
}
