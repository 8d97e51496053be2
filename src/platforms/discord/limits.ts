/**
 * Discord's limits. Lengths are counted in UTF-16 units here, which is never less than Discord's own count.
 * Messages and embeds: https://docs.discord.com/developers/resources/message
 */
export const CONTENT_MAX = 2000;
export const NONCE_MAX = 25;
export const EMBEDS_MAX = 10;
/** All titles, descriptions, field names and values, footers and authors of all embeds together. */
export const EMBED_TOTAL_MAX = 6000;
export const EMBED_DESCRIPTION_MAX = 4096;
export const EMBED_FIELDS_MAX = 25;
export const EMBED_FIELD_NAME_MAX = 256;
export const EMBED_FIELD_VALUE_MAX = 1024;
export const EMBED_FOOTER_MAX = 2048;

/** Components: https://docs.discord.com/developers/components/reference */
export const BUTTON_ROWS_MAX = 5;
export const BUTTONS_PER_ROW_MAX = 5;
export const BUTTON_LABEL_MAX = 80;
export const CUSTOM_ID_MAX = 100;
export const URL_MAX = 512;

/** Commands: https://docs.discord.com/developers/interactions/application-commands */
export const COMMAND_DESCRIPTION_MAX = 100;
export const COMMAND_OPTIONS_MAX = 25;
export const CHOICES_MAX = 25;
export const CHOICE_NAME_MAX = 100;
export const CHOICE_VALUE_MAX = 100;

/** A thread's name: https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export const THREAD_NAME_MAX = 100;

/** History pages: https://docs.discord.com/developers/resources/message#get-channel-messages */
export const HISTORY_PAGE_MAX = 100;

/** Select menus and modals: https://docs.discord.com/developers/components/reference */
export const SELECT_OPTIONS_MAX = 25;
export const OPTION_LABEL_MAX = 100;
export const OPTION_VALUE_MAX = 100;
export const PLACEHOLDER_MAX = 150;
/** Five rows, the last one for buttons. */
export const SELECTS_PER_PAGE = 4;
export const MODAL_TITLE_MAX = 45;
export const MODAL_FIELDS_MAX = 5;
export const MODAL_LABEL_MAX = 45;
export const LABEL_DESCRIPTION_MAX = 100;
export const TEXT_INPUT_MAX = 4000;
/** A message command's name: https://docs.discord.com/developers/interactions/application-commands#message-commands */
export const SHORTCUT_NAME_MAX = 32;
/** An attachment's description: https://docs.discord.com/developers/resources/message#attachment-object */
export const ATTACHMENT_ALT_MAX = 1024;
