// What is on the page, for the message of a test that found something else.
const seen = app.innerText.replace(/\n{2,}/g, "\n").slice(0, 4000);
const controls = [...app.querySelectorAll("a[href], button, input, textarea, select, [role]")]
  .filter((element) => element.checkVisibility())
  .slice(0, 120)
  .map((element) => {
    const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
    return `<${element.tagName.toLowerCase()} ${element.getAttribute("role") ?? ""}> ${name.replace(/\s+/g, " ").slice(0, 70)}`;
  });
return `${location.href}\n--- text ---\n${seen}\n--- controls ---\n${controls.join("\n")}`;
