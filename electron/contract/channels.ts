import { z } from 'zod';
import { BACKUP_REQUESTS, type BackupAnswers } from './backup-channels.ts';
import type { SalvageView } from './backup-views.ts';
import { DESK_REQUESTS, type DeskAnswers } from './desk-channels.ts';
import { exportChoice } from './export-channels.ts';
import { FORGET_REQUESTS, type ForgetAnswers } from './forget-channels.ts';
import { IMPORT_REQUESTS, type ImportAnswers, type ImportOffer } from './import-channels.ts';
import { LIST_REQUESTS, type ListAnswers } from './list-channels.ts';
import { MODEL_REQUESTS, type ModelAnswers } from './model-channels.ts';
import { MODEL_FILE_REQUESTS, type ModelFileAnswers, type ModelFileView } from './model-file-channels.ts';
import { type EngineRequest, MOST_AT_ONCE, type WindowRequest } from './names.ts';
import { PREFERENCE_CHANGE, type Preferences } from './preferences.ts';
import { REASON_REQUESTS, type ReasonAnswers } from './reason-channels.ts';
import { SUBSCRIPTION_REQUESTS, type SubscriptionAnswers } from './subscription-channels.ts';
import type { SubscriptionView } from './subscription-views.ts';
import type {
  EvidenceDetail,
  ExportView,
  FeedView,
  HeadlineView,
  ImportView,
  LabelView,
  StepView,
  WorkspaceView,
} from './views.ts';

export type { EngineRequest } from './names.ts';

const id = z.int().positive();
const requestId = z.uuid();
const label = z.strictObject({ sensational: z.boolean(), implausible: z.boolean() });
/** What the editor saw before deciding, and for how many seconds. */
const shown = z.strictObject({
  seconds: z.number().min(0).max(3600),
  score: z.number().min(0).max(1),
  band: z.enum(['pass', 'check', 'flag']),
  model: z.string().min(1).max(200),
});
const visible = z.array(id).max(500).readonly();
const others = z.array(id).max(MOST_AT_ONCE).readonly();
const path = z.string().min(1).max(4096);
const nothing = z.strictObject({});

/** Requests that the engine answers; main checks the sender and the arguments, then passes them on. */
export const ENGINE_REQUESTS = {
  /** All feeds, newest first. */
  'feed.list': nothing,
  /** Reads a file as a list and stores it, all or nothing. */
  'feed.open': z.strictObject({ path }),
  /** Stores a pasted text as a list. */
  'feed.paste': z.strictObject({ text: z.string().max(20_000_000) }),
  /** Opens the list that the program comes with. */
  'feed.sample': nothing,
  /** Ends the import under way; nothing of it is kept. */
  'import.cancel': nothing,
  /** The full evidence of one headline. */
  'headline.evidence': z.strictObject({ headlineId: id }),
  /** Headlines as they are now, each once; those that are gone are left out. */
  'headline.rows': z.strictObject({ headlineIds: visible }),
  /** Where the headline was published, as far as its list says. */
  'headline.link': z.strictObject({ headlineId: id }),
  /** Saves and learns a decision, on `others` too in the same step. The same requestId twice changes nothing. */
  'label.put': z.strictObject({
    requestId,
    headlineId: id,
    others: others.exactOptional(),
    label,
    shown: shown.exactOptional(),
  }),
  /** Takes back the latest step of the desk: labels and rulings with what was learned from them, or desk work. */
  'step.undo': z.strictObject({ requestId, visible }),
  /** Does again the step that was taken back last, unless something was decided since. */
  'step.redo': z.strictObject({ requestId, visible }),
  /** Writes labels of the desk as a data set with its datasheet. */
  'label.export': z.strictObject({ path, choice: exportChoice }),
  'workspace.about': nothing,
  ...IMPORT_REQUESTS,
  ...LIST_REQUESTS,
  ...REASON_REQUESTS,
  ...MODEL_REQUESTS,
  ...MODEL_FILE_REQUESTS,
  ...DESK_REQUESTS,
  ...SUBSCRIPTION_REQUESTS,
  ...BACKUP_REQUESTS,
  ...FORGET_REQUESTS,
} as const satisfies Record<EngineRequest, z.ZodType>;

/** What the engine answers, channel by channel. */
export interface EngineAnswers
  extends ImportAnswers,
    ListAnswers,
    ReasonAnswers,
    ModelAnswers,
    ModelFileAnswers,
    DeskAnswers,
    SubscriptionAnswers,
    BackupAnswers,
    ForgetAnswers {
  'feed.list': readonly FeedView[];
  'feed.open': ImportView;
  'feed.paste': ImportView;
  'feed.sample': ImportView;
  'import.cancel': null;
  'headline.evidence': EvidenceDetail;
  'headline.rows': readonly HeadlineView[];
  'headline.link': { readonly link: string | null };
  'label.put': LabelView;
  'step.undo': StepView;
  'step.redo': StepView;
  'label.export': ExportView;
  'workspace.about': WorkspaceView;
}

/** Requests that main answers itself, because they need a dialog, the clipboard or the window. */
export const WINDOW_REQUESTS = {
  /** Asks for a file, then looks at it. Null when the editor cancels. */
  'window.open': nothing,
  /** Looks at the text on the clipboard. */
  'window.paste': nothing,
  /** Asks where to, then exports the desk's labels. Null when the editor cancels. */
  'window.export': z.strictObject({ choice: exportChoice }),
  /** Puts a text on the clipboard. */
  'window.copy': z.strictObject({ text: z.string().min(1).max(100_000) }),
  'window.preferences': nothing,
  /** Changes what the window remembers, and applies it. */
  'window.prefer': PREFERENCE_CHANGE,
  /** Tells the editor by the system's notification, where the window is not in front. */
  'window.notify': z.strictObject({ title: z.string().min(1).max(200), body: z.string().max(1000) }),
  /** Opens in the browser where a headline was published. */
  'window.source': z.strictObject({ headlineId: id }),
  /** Asks for a folder, then subscribes to it. Null when the editor cancels. */
  'window.subscribe': nothing,
  /** Asks where to, then writes the labels that can be read in a damaged workspace. Null when the editor cancels. */
  'window.salvage': nothing,
  /** Shows the workspace's database in the system's window of files. */
  'window.folder': nothing,
  /** Shows the program's own log in the system's window of files. */
  'window.log': nothing,
  /** Starts the engine again where it was given up, and the window's page with it. */
  'window.again': nothing,
  /** Asks where to, then writes the model into one file. Null when the editor cancels. */
  'window.model-export': nothing,
  /** Asks for a model file, then keeps it. Null when the editor cancels. */
  'window.model-import': nothing,
} as const satisfies Record<WindowRequest, z.ZodType>;

export interface WindowAnswers {
  'window.open': ImportOffer | null;
  'window.paste': ImportOffer;
  'window.export': ExportView | null;
  'window.copy': null;
  'window.preferences': Preferences;
  'window.prefer': Preferences;
  'window.notify': null;
  'window.source': null;
  'window.subscribe': readonly SubscriptionView[] | null;
  'window.salvage': SalvageView | null;
  'window.folder': null;
  'window.log': null;
  'window.again': null;
  'window.model-export': ModelFileView | null;
  'window.model-import': ModelFileView | null;
}

export const REQUESTS = { ...ENGINE_REQUESTS, ...WINDOW_REQUESTS };

export type Request = keyof typeof REQUESTS;
export type Arguments<C extends Request> = z.infer<(typeof REQUESTS)[C]>;
export type Answers = EngineAnswers & WindowAnswers;
