/** The library's settings, how full its database is, and what is seldom needed. */
import type { Chrome, Language } from "../../functions/present/views/chrome.ts";
import type { Room, SettingsData } from "../../functions/present/views/data.ts";
import { changesWords } from "../language/changes.ts";
import { dataWords } from "../language/data.ts";
import { recipientWords } from "../language/recipients.ts";
import { reportSettingsWords } from "../language/report-settings.ts";
import { speechOf } from "../language/speech.ts";
import { targetWords } from "../language/targets.ts";
import { workingHoursWords } from "../language/working-hours.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { HandOver } from "../parts/hand-over.tsx";

export function Rebuild({ language }: { language: Language }) {
  return (
    <ApiForm language={language} method="POST" path="/api/rebuild" repeat>
      <button class="quiet" type="submit">
        {dataWords[language].rebuild}
      </button>
    </ApiForm>
  );
}

/** How full the database is: a warning on top once that is worth one, else a line among the settings. */
export function RoomNote({ chrome, room }: { chrome: Chrome; room: Room }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const { bytes, written, most, scarce } = room;
  const full = words.room(speech.megabytes(bytes), speech.megabytes(most.bytes));
  const spent = words.written(speech.count(written), speech.count(most.written));
  return scarce ? (
    <div class="note weak">
      <p>
        {full} {spent}
      </p>
      <p class="small">{words.room_help}</p>
    </div>
  ) : (
    <p class="soft small">
      {full} {spent}
    </p>
  );
}

/** The zones of Indonesia, and what the library has now. Any other can be set through the API. */
const ZONES: Record<string, string> = {
  "Asia/Jakarta": "WIB (Asia/Jakarta)",
  "Asia/Makassar": "WITA (Asia/Makassar)",
  "Asia/Jayapura": "WIT (Asia/Jayapura)",
};

/** What is set on pages of its own. */
function Elsewhere({ language }: { language: Language }) {
  const places = [
    { href: "/messages", ...recipientWords[language] },
    { href: "/targets", to_help: targetWords[language].to_help, title: targetWords[language].to },
    { href: "/report/settings", ...reportSettingsWords[language] },
    { href: "/answers/settings", ...workingHoursWords[language] },
  ];
  return (
    <ul class="rows">
      {places.map(({ href, title, to_help }) => (
        <li key={href}>
          <a class="line" href={href}>
            <span>
              {title}
              <small class="under">{to_help}</small>
            </span>
            <span aria-hidden="true">›</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Settings({ view }: { view: SettingsData }) {
  const { chrome, settings, room } = view;
  const words = dataWords[chrome.language];
  const zones = [...new Set([settings.time_zone, ...Object.keys(ZONES)])];
  return (
    <>
      <section>
        <Elsewhere language={chrome.language} />
      </section>
      <section id="settings">
        <h2>{words.settings}</h2>
        <ApiForm language={chrome.language} method="PATCH" path="/api/settings">
          <Field label={words.library} name="name" value={settings.name} required maxLength={200} />
          <Choose
            label={words.language}
            name="language"
            value={settings.language}
            options={[
              ["id", words.languages.id],
              ["en", words.languages.en],
            ]}
          />
          <Choose
            label={words.zone}
            name="time_zone"
            value={settings.time_zone}
            options={zones.map((zone) => [zone, ZONES[zone] ?? zone])}
          />
          <p class="soft small">{words.zone_help}</p>
          <Field
            label={words.ceiling}
            name="x_ceiling_usd"
            type="number"
            min={0}
            max={10_000}
            step="0.5"
            value={settings.x_ceiling_usd}
          />
          <button type="submit">{words.save}</button>
        </ApiForm>
        <RoomNote chrome={chrome} room={room} />
        <More title={words.rebuild}>
          <p class="soft small">{words.rebuild_help}</p>
          <Rebuild language={chrome.language} />
        </More>
        <HandOver chrome={chrome} />
        <p class="actions">
          <a class="action" href="/changes">
            {changesWords[chrome.language].title}
          </a>
          <a class="action" href="/api/docs">
            {words.docs}: {words.api}
          </a>
          <a class="action" href="/licences.txt">
            {words.licences}
          </a>
        </p>
      </section>
    </>
  );
}
