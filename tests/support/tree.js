// Where the app is: in the document, or inside a page of Jira's in a shadow root. Before every script of the tests.
const tree = document.getElementById("patchbay-jira")?.shadowRoot ?? document;
const app = tree === document ? document.body : tree.getElementById("patchbay");
