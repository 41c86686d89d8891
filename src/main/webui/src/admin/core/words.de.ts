import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  title: 'Verwaltung',
  lead: 'Wie Ihr Kontaktzentrum arbeitet: wer dabei ist, wohin Arbeit geht und was es sicher hält.',
  find: 'Einstellung suchen',
  nothingFound: 'So heißt keine Einstellung.',
  sections: 'Einstellungen',
  unknownSection: 'Diese Einstellung gibt es nicht.',
  group: {
    people: 'Menschen',
    routing: 'Verteilung',
    tickets: 'Tickets',
    customers: 'Kundschaft',
    access: 'Zugang und Sicherheit',
  },
  section: {
    agents: {
      title: 'Mitarbeitende',
      text: 'Wer Arbeit annimmt: Fähigkeiten, Grenzen, Gruppen und Anwesenheit',
      also: 'Kapazität Kanal Agent',
    },
    accounts: {
      title: 'Konten',
      text: 'Wer sich anmelden kann und mit welchen Rollen',
      also: 'Benutzer Passwort zweiter Faktor Leitung Admin',
    },
    groups: {
      title: 'Gruppen',
      text: 'Teile der Organisation und was sie voneinander sehen',
      also: 'Isolation Baum Mitglied Team',
    },
    skills: { title: 'Fähigkeiten', text: 'Was Arbeit verlangen kann', also: 'Sprache Stufe Skill' },
    reasons: {
      title: 'Abwesenheitsgründe',
      text: 'Warum Mitarbeitende abwesend sein können',
      also: 'Pause Mittag',
    },
    attendance: {
      title: 'Anwesenheit',
      text: 'Wann der Arbeitsplatz fragt, ob noch jemand da ist, und was aus dem wird, was jemand hat',
      also: 'untätig abwesend offline noch da zurückgeben',
    },
    queues: {
      title: 'Warteschlangen',
      text: 'Wo Arbeit wartet, wie lange und auf wen',
      also: 'Verteilung Servicelevel Nachbearbeitung Überlauf Alarm Mitglieder',
    },
    policies: {
      title: 'Verteilungsregeln',
      text: 'Regeln, die Warteschlange, Dringlichkeit und Fähigkeiten wählen',
      also: 'Bedingung CEL Fassung veröffentlichen Routing',
    },
    channels: {
      title: 'Kanäle',
      text: 'Was Arbeit eines Kanals kostet und ob erst gefragt wird',
      also: 'Chat Telefon Video Angebot Sekunden Einheiten',
    },
    hours: {
      title: 'Öffnungszeiten',
      text: 'Wann Warteschlangen offen sind, mit Feiertagen',
      also: 'Kalender Zeitzone Woche geschlossen',
    },
    recording: {
      title: 'Aufzeichnung von Anrufen',
      text: 'Welche Anrufe aufgezeichnet werden, was Kunden gesagt wird und wie lange es bleibt',
      also: 'Ansage Einwilligung Aufbewahrung Sprache Video mitschneiden',
    },
    tags: {
      title: 'Tags',
      text: 'Kurze Namen, mit denen Mitarbeitende Tickets kennzeichnen',
      also: 'Etikett Schlagwort Farbe Kennzeichen',
    },
    fields: {
      title: 'Ticketfelder',
      text: 'Was Sie zu Tickets außer dem Üblichen festhalten',
      also: 'eigenes Feld Merkmal Seriennummer Formular',
    },
    'chat-form': {
      title: 'Vor dem Chat',
      text: 'Wie Kunden begrüßt werden, und was sie vor der ersten Nachricht gefragt werden',
      also: 'Formular Begrüßung Thema Frage Name E-Mail Telefon',
    },
    calls: {
      title: 'Anrufe',
      text: 'Ob mit Ton und Video angerufen wird, und ob Agenten sehen, wer mithört',
      also: 'Ton Video Telefon mithören flüstern Aufsicht',
    },
    macros: {
      title: 'Makros',
      text: 'Mehrere Schritte, die auf einmal gemacht werden',
      also: 'Antwort Notiz Tag Priorität Weitergeben Lösen Kürzel',
    },
    customers: { title: 'Kundschaft', text: 'Wer um Hilfe bittet', also: 'Merkmale E-Mail Kunden' },
    blocked: { title: 'Gesperrt', text: 'Wer nicht herein darf', also: 'Sperrliste Spam Missbrauch' },
    orders: {
      title: 'Bestellungen',
      text: 'Was gekauft wurde; Einlesen aus einer Datei',
      also: 'CSV Import',
    },
    'sign-in': {
      title: 'Gemeinsame Anmeldung',
      text: 'Anmelden mit dem Anmeldedienst Ihrer Organisation',
      also: 'SSO OpenID Connect OIDC Claim',
    },
    'api-clients': {
      title: 'API-Zugänge',
      text: 'Andere Systeme, welche die API benutzen',
      also: 'Geheimnis Token Scope Integration',
    },
    widget: {
      title: 'Widget',
      text: 'Patchbay auf Ihrer eigenen Website',
      also: 'Script Tag Herkunft einbetten',
    },
    mails: {
      title: 'E-Mails',
      text: 'Was Kunden per E-Mail erfahren, und in welchen Worten',
      also: 'Mail Vorlage Benachrichtigung Absender ungelesen Verlauf',
    },
    undelivered: {
      title: 'Unzugestellt',
      text: 'Was nicht verschickt werden konnte, und was noch unterwegs ist',
      also: 'Zustellung Fehler erneut Postausgang E-Mails',
    },
    retention: {
      title: 'Aufbewahrung',
      text: 'Wie lange bleibt, was gesagt wurde und was geschah',
      also: 'Datenschutz DSGVO löschen Tage Frist',
    },
    audit: {
      title: 'Protokoll',
      text: 'Wer was geändert hat, und der Beweis, dass niemand daran gedreht hat',
      also: 'Verlauf prüfen Export Hash Audit',
    },
  },
  name: 'Name',
  deleteHint: 'Das lässt sich nicht rückgängig machen.',
  yes: 'Ja',
  no: 'Nein',
  none: 'Keine',
  channel: {
    RETURN_CASE: 'Rücksendung',
    CHAT: 'Chat',
    VOICE: 'Anruf',
    VIDEO: 'Videoanruf',
    CALLBACK: 'Rückruf',
    WORK_ITEM: 'Vorgang',
  },
  priority: { URGENT: 'Dringend', HIGH: 'Hoch', NORMAL: 'Normal', LOW: 'Niedrig' },
  presence: {
    OFFLINE: 'Abgemeldet',
    AVAILABLE: 'Verfügbar',
    AWAY: 'Abwesend',
    WRAP_UP: 'In Nachbearbeitung',
  },
  sees: {
    OWN: 'Nur die eigene Arbeit',
    GROUP: 'Alles der Gruppe',
    SUBTREE: 'Die Gruppe und alle darunter',
    ORGANISATION: 'Die ganze Organisation',
  },
  role: {
    customer: 'Kundschaft',
    agent: 'Mitarbeitende',
    supervisor: 'Leitung',
    admin: 'Admin',
    integration: 'Anderes System',
    operator: 'Betrieb',
  },
  wholeOrganisation: 'Die ganze Organisation',
} satisfies Translated<typeof en>;
