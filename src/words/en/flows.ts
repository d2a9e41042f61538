/** The list of flows, the browser's store, export and import. */
export const flows = {
  title: 'Your flows',
  'title-empty': 'Build your first flow',
  'empty-text':
    'A flow takes data from one service, changes it as you like and hands it to another one.',
  'from-template': 'Start from a template',
  'templates-at-once': 'To try at once, without an account',
  'templates-with-accounts': 'With your own accounts',
  'templates-narrow': 'Templates with this service',
  'template-not-loaded':
    'The template could not be fetched. Try again when there is a connection; if it stays like this, load the page again.',
  'from-nothing': 'Start with an empty canvas',
  'new-flow': 'New flow',
  'new-name': 'New flow',
  'new-name-with': 'Flow with {{title}}',
  import: 'Import a flow',
  'see-services': 'Which services can I connect?',
  'drop-here': 'Drop the file to import the flow',
  'list-label': 'Your flows',
  'menu-of': 'More for {{name}}',
  steps_one: '{{count}} step',
  steps_other: '{{count}} steps',
  'no-steps': 'No steps yet',
  changed: 'Changed {{when}}',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  'copy-name': '{{name}} (copy)',
  'open-elsewhere': 'This flow is open in another tab. Change it there, or close that tab first.',
  deleted: '“{{name}}” is deleted.',
  'rename-title': 'Rename the flow',
  'rename-save': 'Rename',
  'name-label': 'Name',
  search: 'Search your flows',
  'none-found': 'No flow has “{{text}}” in its name, its steps, folder or tags.',
  'search-help': 'Name, service, folder or tag',
  found_one: '{{count, number}} flow found',
  found_other: '{{count, number}} flows found',
  'none-found-archived_one': '{{count, number}} archived flow fits.',
  'none-found-archived_other': '{{count, number}} archived flows fit.',
  'show-archive': 'Show the archive',
  'none-left': 'All your flows are in the archive.',
  'none-archived': 'Nothing is in the archive.',
  narrow: 'Folders and tags',
  'in-all': 'All',
  'in-archive': 'Archive',
  'in-folder': 'Folder {{name}}',
  'with-tag': 'Tag {{name}}',
  copied: '“{{name}}” is made, with samples and tests.',
  'copied-without-accounts':
    '“{{name}}” is made, with samples and tests but without accounts: connect it before it sends anything.',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  archived: '“{{name}}” is in the archive.',
  filing: 'Folder and tags',
  'filing-of': 'Folder and tags of “{{name}}”',
  'folder-label': 'Folder',
  'folder-help': 'A new name makes a new folder. Empty: in no folder.',
  'tags-label': 'Tags',
  'tags-help': 'With commas between them, such as: weekly, sales',
  'filing-save': 'Save',
  'ran-done': 'Ran {{when}}',
  'ran-failed': 'Failed {{when}}',
  'ran-cancelled': 'Stopped by you {{when}}',
  'never-ran': 'Not run yet',
  'template-newsletter': 'New customers to newsletter',
  'template-newsletter-text':
    'Finds the active customers of the CRM and adds those that want it to the newsletter.',
  'template-database': 'Customers of the CRM to a database',
  'template-database-text':
    'Keeps each active customer as a row of a table: changed where it is there, added where it is not.',
  'template-files': 'Customers from files to the CRM',
  'template-files-text':
    'Reads lists of customers (CSV) from a file server and adds each customer to the CRM.',
  'template-signup': 'Sign-up form to CRM',
  'template-signup-text':
    'Receives sign-ups from a web form, keeps those that agreed to be contacted and adds them to the CRM as leads.',
  'template-shop': 'Orders of the shop to CRM',
  'template-shop-text':
    'Asks the shop for its open orders and adds each customer to the CRM as a lead.',
  'template-desk': 'Open tickets to the CRM',
  'template-desk-text':
    'Asks the support desk over GraphQL for its open tickets and adds who asked to the CRM as a lead.',
  'template-weekly': 'Weekly: customers to newsletter or log',
  'template-weekly-text':
    'Every Monday morning, adds the customers that want it to the newsletter and keeps a line of each other one.',
  'template-answer': 'Sign-up with an answer',
  'template-answer-text':
    'Receives a sign-up, adds it to the CRM and to the newsletter at the same time, and answers the form with what both said.',
  'template-mail': 'New orders in one e-mail',
  'template-mail-text':
    'Every morning, asks the shop for its open orders and sends those that are new as one table by e-mail.',
  'template-orders-sheet': 'Shopify orders to Google Sheets',
  'template-orders-sheet-text':
    'Looks every five minutes for paid orders and writes each new one as a row, with who ordered and what.',
  'template-payments-sheet': 'Stripe payments to Google Sheets',
  'template-payments-sheet-text':
    'Looks every five minutes for new payments and writes those that went through as rows.',
  'template-form-hubspot': 'Contact form to HubSpot and Slack',
  'template-form-hubspot-text':
    'Receives requests from a web form, adds who asks to HubSpot as a lead and tells a channel at the same time.',
  'template-form-pipedrive': 'Contact form to Pipedrive and Telegram',
  'template-form-pipedrive-text':
    'Receives requests from a web form, adds who asks to Pipedrive and then writes into a chat.',
  'template-hubspot-mailchimp': 'HubSpot contacts to Mailchimp',
  'template-hubspot-mailchimp-text':
    'Looks every five minutes for new contacts with an e-mail address and puts them into an audience. Mailchimp asks each person for a yes first.',
  'template-salesforce-mailchimp': 'Salesforce leads to Mailchimp',
  'template-salesforce-mailchimp-text':
    'Looks every five minutes for new and changed leads with an e-mail address and puts them into an audience. Mailchimp asks each new person for a yes first.',
  'template-github-slack': 'New GitHub issues to Slack',
  'template-github-slack-text':
    'Looks every five minutes for open issues of a repository and tells a channel of each new one.',
  'template-jira-telegram': 'New Jira issues to Telegram',
  'template-jira-telegram-text':
    'Looks every five minutes for open issues of a project and writes of each new one into a chat.',
  'template-stripe-xero': 'Stripe invoices to Xero',
  'template-stripe-xero-text':
    'Looks every five minutes for new open invoices and writes each as a draft, for somebody to look at and approve.',
  'template-square-xero': 'Square invoices to Xero',
  'template-square-xero-text':
    'Looks every five minutes for new unpaid invoices of a place and writes each as a draft, for somebody to look at and approve.',
  'template-mail-drive': 'Gmail attachments to Google Drive',
  'template-mail-drive-text':
    'Looks every five minutes for new e-mails with attachments and keeps each attachment as a file.',
  'template-mail-box': 'Gmail attachments to Box',
  'template-mail-box-text':
    'Looks every five minutes for new e-mails with attachments and puts each attachment into a folder.',
  missing: 'This flow is not in this browser.',
  'missing-text':
    'It may have been deleted, or it was made in another browser. A flow that was exported as a file can be imported.',
  'storage-newer':
    'A newer version of Footbridge has changed the flows in this browser. This older version leaves them alone. Open the newer version to go on.',
  'storage-full':
    'This browser has no room left to keep the flow. Delete flows you do not need, or free some disk space, then try again.',
  'storage-off':
    'This browser does not let Footbridge keep anything here. In a private window, open Footbridge in an ordinary one.',
  'storage-taken':
    'This flow, or one that it calls, has come into this browser some other way in the meantime. Nothing was changed.',
  'storage-closed':
    'Footbridge was renewed in another tab, or what this browser kept was deleted. Load the page again.',
  'not-fetched':
    'What is needed to use this service could not be fetched from Footbridge. Nothing is lost. Try again when there is a connection.',
  'not-opened': 'The flow cannot be shown yet',
  'storage-failed':
    'The browser could not keep or read the flow. Try again; if it stays like this, export the flow as a file.',
  'storage-conflict':
    'This flow was saved somewhere else in the meantime. Nothing was overwritten: keep your version as a copy beside it, or go on with the saved one.',
  'stored-unreadable':
    'This flow is kept in this browser, and this version of Footbridge cannot read it. It was left as it is.',
  'save-raw': 'Download it as it is',
  'storage-title': 'Your flows cannot be read just now',
  'export-title': 'Export flow',
  'export-text':
    'The file holds the steps, what is mapped where, and the components that are used.',
  'export-called': 'With the flows that it calls: {{names}}.',
  'export-called-missing_one':
    'It calls {{count}} flow that is not in this browser, so that one is not in the file. Choose another one at its step, or import it first.',
  'export-called-missing_other':
    'It calls {{count}} flows that are not in this browser, so they are not in the file. Choose others at their steps, or import them first.',
  'export-no-secrets':
    'No keys or passwords are in it. Whoever imports it connects with their own.',
  'export-samples': 'Include sample data',
  'export-samples-text_one':
    '{{count}} message from your last tests, with whatever real data it holds.',
  'export-samples-text_other':
    '{{count}} messages from your last tests, with whatever real data they hold.',
  'export-samples-of_one': '{{count}} message of {{step}}',
  'export-samples-of_other': '{{count}} messages of {{step}}',
  'export-tests_one': 'Include the test',
  'export-tests_other': 'Include the {{count, number}} tests',
  'export-tests-text':
    'They hold the data of the runs that they were made from: what came in, what was sent and answered. No keys.',
  'export-none': 'There is no sample data to include.',
  'export-contents': 'In the file',
  'export-steps_one': '{{count}} step',
  'export-steps_other': '{{count}} steps',
  'export-connections_one': '{{count}} account to connect',
  'export-connections_other': '{{count}} accounts to connect',
  'export-size': 'about {{size}}',
  'export-live':
    'By itself it starts only while this page is open. The command below runs it once: let the scheduler of a server call it as often as it should run.',
  'export-live-called':
    'It can be called only while this page is open. The command below runs it once, with what a call would bring, from a file.',
  next: 'What to do with the file',
  'next-name': '“{{name}}”',
  'next-run': 'Run it on a server or by a scheduler, from the folder of Footbridge:',
  'next-run-text': 'It shows what would be sent. With --yes behind it, it is sent.',
  'next-run-keys':
    'It says how to give it the keys of {{names}}, then shows what would be sent. With --yes behind it, it is sent.',
  'next-import':
    'Open it in another browser: “Import a flow…” there reads it, and accounts are connected anew.',
  'export-now': 'Export flow',
  exported: 'Exported as {{file}}.',
  'import-title': 'Import a flow',
  'import-text':
    'Look at what is in the file before it becomes one of your flows. Nothing runs and nothing is contacted until you test it.',
  'import-steps': 'Steps',
  'import-services': 'Services it contacts',
  'import-no-services': 'None',
  'import-credentials': 'To connect again, with your own keys',
  'import-no-credentials': 'Nothing to connect',
  'import-problems': 'To be finished',
  'import-no-problems': 'Nothing to mend',
  'import-samples_one': '{{count}} sample message is in the file',
  'import-samples_other': '{{count}} sample messages are in the file',
  'import-mended_one':
    'The group {{groups}} named steps that are not in the file or stand in another group. They are left out of it.',
  'import-mended_other':
    'The groups {{groups}} named steps that are not in the file or stand in another group. They are left out of them.',
  'import-mended-group': '“{{title}}”',
  'import-tests_one': '{{count}} test is in the file',
  'import-tests_other': '{{count}} tests are in the file',
  'import-more': 'and {{count, number}} more',
  'import-account-for': 'Account for {{name}}',
  'import-connect-later': 'Connect later',
  'import-no-account': 'No account here fits. Connect it at its step.',
  'import-versions': 'Versions of the components',
  'import-versions-same': 'the same as here',
  'import-versions-differ_one': '{{count, number}} is another one than here',
  'import-versions-differ_other': '{{count, number}} are others than here',
  'import-elsewhere': 'Described elsewhere and not asked for: these fields take anything',
  'import-component': 'Component',
  'import-in-file': 'In the file',
  'import-here': 'Here',
  'import-file-newer': '(the file is newer)',
  'import-file-older': '(yours is newer)',
  'import-only-in-file': 'not known; the file describes it',
  'address-of-account': 'the server that the account of “{{step}}” names',
  'import-called': 'Flows that it calls',
  'import-called-new': 'is imported beside it',
  'import-called-here': 'you already have it: yours is called',
  'import-now': 'Import flow',
  'import-exists': 'You already have this flow. It is imported as a copy; yours stays as it is.',
  'import-failed': 'This file was not imported',
  details: 'Details for whoever made the file',
  'import-kept': 'Nothing was changed.',
  'choose-file': 'Choose a file',
  'import-other': 'Choose another file',
  'import-too-big': 'The file has {{size}}. A flow is at most 50 MB.',
  'import-unknown': '{{name}} (not known here)',
  'address-typed': 'an address set in “{{step}}”',
} as const satisfies Readonly<Record<string, string>>;
