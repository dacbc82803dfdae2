// The query page: the editor asks this server only, and the saved questions stand beside it as examples.
(() => {
  "use strict";
  const Editor = window.Yasgui.Yasgui || window.Yasgui.default || window.Yasgui;
  const Yasqe = Editor.Yasqe;
  const endpoint = new URL("/sparql", location.href).href;
  if (Yasqe) {
    // Completion from prefix.cc and LOV would tell others what is asked here: only variables are completed.
    Yasqe.defaults.autocompleters = ["variables"];
    Yasqe.defaults.showQueryButton = true;
  }
  const yasgui = new Editor(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: "demandgraph",
    autofocus: true,
    endpointInfo: undefined,
  });
  for (const tab of Object.values(yasgui._tabs || {})) tab.setEndpoint(endpoint);
  const list = document.getElementById("questions");
  const filter = document.getElementById("filter");
  const current = () => yasgui.getTab();

  function show(question, button) {
    for (const other of list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    const tab = current();
    tab.setQuery(question.sparql);
    tab.setName(question.name);
    tab.query().catch(() => {});
  }

  function offer(questions) {
    for (const question of questions) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = question.words;
      button.title = question.name;
      button.addEventListener("click", () => show(question, button));
      item.append(button);
      list.append(item);
    }
    filter.addEventListener("input", () => {
      const wanted = filter.value.toLowerCase();
      for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    });
    const first = questions.find((q) => q.name === "who-demands-what");
    const tab = current();
    if (first && !localStorage.getItem("demandgraph-seen")) tab.setQuery(first.sparql);
    localStorage.setItem("demandgraph-seen", "1");
  }

  fetch("/questions.json").then((answer) => answer.json()).then(offer).catch(() => {});
})();
