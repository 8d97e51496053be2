/**
 * Slack's limits of a message. Characters; we count UTF-16 units, which is never less.
 * https://docs.slack.dev/reference/methods/chat.postMessage, https://docs.slack.dev/reference/block-kit/blocks and
 * https://docs.slack.dev/reference/block-kit/block-elements
 */

/** `text` beside blocks: 4,000 advised, cut by Slack at 40,000. The fallback is for notifications, so it is kept shorter. */
export const FALLBACK_TEXT_MAX = 3000;
export const BLOCKS_MAX = 50;
export const HEADER_TEXT_MAX = 150;
export const SECTION_TEXT_MAX = 3000;
export const SECTION_FIELDS_MAX = 10;
export const FIELD_TEXT_MAX = 2000;
/** A context element's text has no number of its own in the documentation; it is a text object, so the section's holds. */
export const CONTEXT_TEXT_MAX = 2000;
export const ACTIONS_ELEMENTS_MAX = 25;
export const BUTTON_TEXT_MAX = 75;
export const BUTTON_VALUE_MAX = 2000;
export const ACTION_ID_TEXT_MAX = 255;
export const LINK_URL_MAX = 3000;

/**
 * The sum of all text in the blocks is limited near 13,200 and was once refused at 11,341, which no page documents:
 * https://github.com/slackapi/bolt-js/issues/2509. We stay clear of both.
 */
export const BLOCKS_TEXT_TOTAL_MAX = 9000;

/** Our own: a link's text, so that one link never fills a message. */
export const LINK_TEXT_MAX = 200;
/** Our own: a preformatted table wider than this wraps on a phone, where nobody can read it; it is written as a list. */
export const TABLE_WIDTH_MAX = 44;

/** Modals: https://docs.slack.dev/reference/views; inputs: https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const VIEW_TITLE_MAX = 24;
export const INPUT_LABEL_MAX = 2000;
export const HINT_MAX = 2000;
export const INPUT_TEXT_MAX = 3000;
export const PLACEHOLDER_MAX = 150;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object; the SDK's types say 75 for a value too. */
export const OPTIONS_MAX = 100;
export const OPTION_TEXT_MAX = 75;
export const OPTION_VALUE_MAX = 75;
export const IMAGE_ALT_MAX = 2000;
/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const FILE_ALT_MAX = 1000;
