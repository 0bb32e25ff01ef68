//! What the app says and more than one browser test names: another wording is one edit, here.

#![allow(missing_docs, reason = "each constant is the sentence that it stands for")]

// Errors

pub const YOU_STOPPED_WAITING: &str = "You stopped waiting";
pub const NOT_ALLOWED: &str = "You are not allowed to do this";
pub const NOBODY_YET: &str = "You are not signed in yet. Sign in, then try again: this page stays as it is.";
pub const SESSION_ENDED: &str = "Your session has ended. Sign in, then try again: this page stays as it is.";
pub const LOOK_BEFORE_ADDING_AGAIN: &str =
    "Jira may still add it. Look at the list of integrations before you try again, or it may be there twice.";

pub const REFRESHING: &str = "Refreshing…";
pub const REFRESHED: &str = "Refreshed.";

// Errors of GitLab

pub const NO_SUCH_PROJECT: &str = "This project does not exist";
pub const NO_SUCH_GROUP: &str = "This group does not exist";
pub const PROJECT_HAS_MOVED: &str = "This project has moved";

// Editing

pub const BACK_TO_THE_FORM: &str = "Back to the form";
pub const DECIDE_EACH_SETTING: &str = "Choose theirs or yours for each setting first.";
pub const KEEP_ALL_MINE: &str = "Keep all of mine";
pub const PUT_WHAT_I_CHOSE_INTO_THE_FORM: &str = "Put this into the form";
pub const SAVE_WHAT_I_CHOSE: &str = "Save what I chose";
pub const SOMEBODY_ELSE_CHANGED_IT: &str = "Somebody else changed it meanwhile";
pub const IT_DOES_NOT_EXIST_ANY_MORE: &str = "It does not exist any more";
pub const TAKE_ALL_THEIRS: &str = "Take all of theirs";
pub const UNDO_DISCARDING: &str = "Bring back what I discarded";
pub const ONE_SETTING_NEEDS_ATTENTION: &str = "One setting needs attention";
pub const LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION: &str = "Leave while it is being saved?";
pub const LEAVE_WITHOUT_SAVING: &str = "Leave without saving";
pub const LEAVE_WITHOUT_SAVING_QUESTION: &str = "Leave without saving?";
pub const STAY_HERE: &str = "Stay here";
pub const ADDING_FAILED: &str = "Adding failed";
pub const READ_IT_BACK: &str = "Read it back";
pub const SAVED_BUT_DIFFERENT: &str = "Saved, but not everything is as asked";
pub const SAVING_FAILED: &str = "Saving failed";
pub const STOP_WAITING: &str = "Stop waiting";
pub const MAY_STILL_DO_IT: &str =
    "but it may still be working on it. Wait a minute, then try again: Patchbay reads it back first.";
pub const NOTHING_WAS_SENT: &str = "Nothing was sent.";
pub const NOTHING_WAS_SENT_AND_NOTHING_IS_LOST: &str = "Nothing was sent. What you entered is still here.";
pub const NOTHING_HAS_BEEN_CHANGED_YET: &str = "Nothing has been changed yet.";

// Fields

pub const TURN_ALL_ON: &str = "Turn all on";
pub const TRY_IT_ON_OTHER_NAMES: &str = "Try it on other names";
pub const PROJECTS_TO_CHOOSE_FROM: &str = "Projects to choose from";
pub const SELECT_NONE_SHOWN: &str = "Select none shown";
pub const SELECT_ALL_SHOWN: &str = "Select all shown";
pub const SEARCH_PROJECTS: &str = "Search projects";
pub const EDIT_THE_SAMPLE_REPOSITORIES: &str = "Edit the sample repositories";

// The check of a connection

pub const BLOCKED_BY_CORS: &str = "Blocked by CORS";
pub const CANNOT_BE_REACHED: &str = "Cannot be reached";
pub const THE_TOKEN_IS_BLOCKED_BY_CORS: &str = "The token is blocked by CORS";
pub const CHECK_AGAIN: &str = "Check again";
pub const ENTER_A_TOKEN: &str = "Enter a token";
pub const ENTER_ANOTHER_TOKEN: &str = "Enter another token";
pub const ALLOWS_OTHER_ORIGINS: &str = "It lets pages of other origins read its answers.";
pub const REQUEST_IS_BLOCKED: &str = "The browser does not let this page send the request.";
pub const REDIRECTS: &str = "The server redirects to another address";
pub const NEXT_REQUEST_NOT_ANSWERED: &str = "The next request was not answered.";
pub const COPY_DIAGNOSTICS: &str = "Copy diagnostics";
pub const GITLAB_HAS_EVERYTHING: &str =
    "This GitLab has everything that Patchbay needs. Nothing was changed.";
pub const WORKS_FOR_READING: &str = "Works for reading";
pub const RIGHTS_OF_TOKEN_NOT_KNOWN: &str = "GitLab does not say what the token may do.";
pub const PROJECT_CAN_BE_READ: &str = "Integrations of a project can be read.";
pub const TOKEN_MAY_CHANGE_INTEGRATIONS: &str = "The token may change integrations: it has the scope api.";
pub const YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS: &str = "You have no rights to integrations";
pub const JIRA_ANSWERS: &str = "Git Integration for Jira answers, and its integrations can be read.";
pub const JIRA_ASKS_FOR_CONFIRMATION: &str = "Jira asks you to confirm that you are an administrator";
pub const JIRA_HAS_EVERYTHING: &str = "This Jira has everything that Patchbay needs. Nothing was changed.";
pub const YOU_ARE_A_JIRA_ADMINISTRATOR: &str = "You are a Jira administrator.";
pub const YOU_ARE_NOT_A_JIRA_ADMINISTRATOR: &str = "You are not a Jira administrator.";
pub const CHECK_ALL: &str = "Check all";
pub const A_TOKEN_IS_NEEDED: &str = "A token is needed";
pub const THE_TOKEN_HAS_TOO_FEW_RIGHTS: &str = "The token has too few rights";
pub const YOU_ARE_SIGNED_OUT: &str = "You are signed out";

// Pages of GitLab

pub const PROJECT_IS_ARCHIVED: &str = "This project is archived";
pub const CLEAR_SEARCH: &str = "Clear search";
pub const NO_INTEGRATION_MATCHES: &str = "No integration matches";
pub const SEARCH_AVAILABLE_INTEGRATIONS: &str = "Search available integrations";
pub const DOWNLOAD_SETTINGS: &str = "Download settings without secrets";
pub const LOOK_AGAIN: &str = "Look again";
pub const LOOK_FOR_INACTIVE_ONES: &str = "Look for inactive ones";
pub const SET_IT_UP_ANYWAY: &str = "Set it up anyway";
pub const NOT_OFFERED: &str = "This GitLab does not offer it";
pub const SAVE_AND_ACTIVATE: &str = "Save and activate";
pub const SET_UP: &str = "Set up";
pub const IT_IS_NOT_ACTIVE: &str = "It is not active";
pub const SETTINGS_ARE_INHERITED: &str = "It uses the settings of a group above it, or of the instance";
pub const USE_OWN_SETTINGS: &str = "Use own settings";
pub const KEEP_INHERITED_SETTINGS: &str = "Keep the inherited settings";
pub const IT_WILL_HAVE_ITS_OWN: &str = "Once saved, it has settings of its own";
pub const SAVE_OWN_SETTINGS: &str = "Save own settings";
pub const USE_INHERITED_SETTINGS: &str = "Use inherited settings";
pub const GITLAB_COPIES_THEM: &str = "GitLab copies the settings in the background";
pub const DISABLING_KEEPS_THE_LINK: &str = "It uses the settings of a group above it, or of the instance, and the link to them stays: the next change there may bring them back here and activate it again. To keep it disabled, give it own settings first.";
pub const GITLAB: &str = "GitLab";
pub const GITLAB_PROJECTS: &str = "GitLab projects";
pub const BACK_TO_GITLAB_PROJECTS: &str = "← GitLab projects";
pub const GITLAB_GROUPS: &str = "GitLab groups";
pub const BACK_TO_GITLAB_GROUPS: &str = "← GitLab groups";
pub const NO_GROUP_MATCHES: &str = "No group matches";
pub const YOUR_GROUPS: &str = "Your groups";
pub const RECENT_GROUPS: &str = "Recent groups";
pub const SEARCH_GROUPS_OF_GITLAB: &str = "Search groups by name, path, number or web address";
pub const GROUPS_NEED_17_9: &str = "This GitLab does not let other programs manage integrations of groups";
pub const GITLAB_CANNOT_TEST_SECRETS: &str = "GitLab’s API cannot say whether its secrets are right.";
pub const COMPARE_WITH_GITLAB: &str = "Compare with GitLab";
pub const IMPORT_A_FILE: &str = "Import a file";
pub const NO_PROJECT_IS_CHOSEN: &str = "No project or group is chosen";
pub const PASSED_ON: &str = "GitLab passes it on to subgroups and projects in the background.";
pub const NO_PROJECT_MATCHES: &str = "No project matches";
pub const NO_PROJECTS_YET: &str = "No projects yet";
pub const YOUR_PROJECTS: &str = "Your projects";
pub const RECENT_PROJECTS: &str = "Recent projects";
pub const SEARCH_PROJECTS_OF_GITLAB: &str = "Search projects by name, path, number or web address";

// Pages of Jira

pub const ADD_INTEGRATION: &str = "Add integration";
pub const NO_SUCH_TYPE: &str = "There is no such type";
pub const CHOOSE_ANOTHER_TYPE: &str = "← Choose another type";
pub const BACK_TO_GIT_INTEGRATIONS: &str = "← Git integrations";
pub const SEARCH_TYPES: &str = "Search types";
pub const SHOW_ALL_TYPES: &str = "Show all types";
pub const CLEAR_SELECTION: &str = "Clear selection";
pub const COLUMNS: &str = "Columns";
pub const ONLY_WHAT_DIFFERS: &str = "Only what differs";
pub const MAKE_THESE_LIKE_THIS_ONE: &str = "Make these like this one…";
pub const SET_THIS_FIELD_ON_THOSE: &str = "Set this field on those…";
pub const FIELD_TO_SET: &str = "Field";
pub const BACK_TO_THE_TABLE: &str = "Back to the table";
pub const CLEAR_FILTERS: &str = "Clear filters";
pub const GIT_INTEGRATIONS: &str = "Git integrations";
pub const NO_INTEGRATIONS_YET: &str = "No integrations yet";
pub const SEARCH_NAME_URL_OR_ID: &str = "Search name, URL or id";
pub const SHOW_ALL_INTEGRATIONS: &str = "Show all integrations";
pub const REMOVE_INTEGRATION: &str = "Remove integration";
pub const TRY_AGAIN: &str = "Try again";
/// Followed by when: "in 2 s." or "now…".
pub const PATCHBAY_TRIES_AGAIN: &str = "Patchbay tries again";
pub const BEING_REMOVED: &str = "Being removed";
pub const UNDO: &str = "Undo";

// Repositories, indexing and health

pub const HEALTH: &str = "Health";
/// In the headline of the list, after a number.
pub const WITH_OTHER_PROBLEMS: &str = "with other problems";
pub const NOTHING_NEEDS_ATTENTION: &str = "Nothing needs attention";
pub const TRY_IT_ON_THE_REPOSITORIES: &str = "Try it on the repositories of this integration";
pub const WHAT_IS_DROPPED_IS_NOT_LISTED: &str =
    "Repositories that the saved filter excludes are not among them.";
pub const REINDEX_AND_LOOK: &str = "Reindex and look";
pub const REINDEX_NOW: &str = "Reindex now";
pub const TAKES_EFFECT_WITH_INDEXING: &str = "Saved. It takes effect with the next indexing";
pub const REINDEX_INTEGRATIONS: &str = "Reindex integrations";
pub const NO_REINDEX_ENDPOINT: &str = "Patchbay cannot start indexing here";
pub const IS_BEING_INDEXED: &str = "It is being indexed already.";
pub const ARE_BEING_INDEXED: &str = "They are being indexed already.";

// Signing in, and errors

pub const CHECK_THE_CONNECTION: &str = "Check the connection";
pub const DETAILS_FOR_A_BUG_REPORT: &str = "Details for a bug report";
pub const PASTE_A_TOKEN_FIRST: &str = "Paste a token first.";
pub const SIGN_IN: &str = "Sign in";

// The shell

pub const KEYBOARD_SHORTCUTS: &str = "Keyboard shortcuts";
pub const SIGN_OUT: &str = "Sign out";
pub const SKIP_TO_THE_CONTENT: &str = "Skip to the content";
pub const USE_KEYBOARD_SHORTCUTS: &str = "Use keyboard shortcuts";
pub const NO_SUCH_PAGE: &str = "There is no such page";

// Everywhere

pub const THEME_OF_THE_SYSTEM: &str = "Theme: the system’s. Switch to light.";
pub const THEME_LIGHT: &str = "Theme: light. Switch to dark.";

// Plans

pub const ADD_SETTING: &str = "Add setting";
pub const ASSOCIATE_WITH_PROJECTS: &str = "Associate with projects";
pub const CHANGE_SETTINGS: &str = "Change settings";
pub const A_PLAN_HAS_NOT_ENDED: &str = "Another plan has not ended yet";
pub const GO_TO_THE_LIST: &str = "Go to the list";
pub const JIRA_CANNOT_TEST_CREDENTIALS: &str = "Jira’s API cannot test credentials";
pub const NO_INTEGRATION_IS_CHOSEN: &str = "No integration is chosen";
pub const NO_PLAN_IS_OPEN: &str = "No plan is open";
pub const CHOOSE_A_FILE: &str = "Choose a file";
pub const CHOOSE_ANOTHER_FILE: &str = "Choose another file";
pub const EXPORT_INTEGRATIONS: &str = "Export integrations";
pub const IMPORT_INTEGRATIONS: &str = "Import integrations";
pub const THE_FILE_CANNOT_BE_USED: &str = "The file cannot be used";
pub const COMPARE_WITH_JIRA: &str = "Compare with Jira";
pub const CHOOSE_A_KEY_FILE: &str = "Choose a key file";
pub const CHOOSE_ANOTHER_KEY_FILE: &str = "Choose another file";
pub const WILL_BE_SENT: &str = "will be sent";
pub const DO_NOT_SEND_IT: &str = "Do not send it";
pub const OR_PASTE_ITS_TEXT: &str = "Or paste its text";
pub const NOTHING_TO_DO: &str = "There is nothing to do.";
pub const PLANS: &str = "Plans";
pub const PLAN_THE_REVERSE: &str = "Plan the reverse";
pub const REPLACE_CREDENTIALS: &str = "Replace credentials";
pub const SETTING_TO_CHANGE: &str = "Setting to change";
pub const SHOW_THE_PLAN: &str = "Show the plan";

// The fleet

pub const ALL_PROJECTS_OF_THIS_GROUP: &str = "All projects of this group";
pub const ALL_YOUR_PROJECTS: &str = "All your projects";
pub const CONTINUE_READING: &str = "Continue reading";
pub const FIND_ITS_GIT_INTEGRATIONS: &str = "Find its Git integrations";
pub const FLEET_TABLE: &str = "Projects and their integrations";
pub const MANY_IN_ONE_TABLE: &str = "Many in one table";
pub const NO_PROJECTS_IN_THE_TABLE: &str = "No projects here";
pub const PROJECTS_AND_GROUPS_TO_READ: &str = "Projects and groups to read";
pub const READ_AGAIN: &str = "Read again";
pub const READ_ALL_AGAIN: &str = "Read all again";
pub const SEARCH_THE_FLEET: &str = "Search name, path or paste addresses";
pub const STOP_READING: &str = "Stop reading";
