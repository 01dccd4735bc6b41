"use strict";

const INTERVAL = 1000;

const news = document.getElementById("news");

for (const button of document.querySelectorAll("button[data-copy]")) {
	button.hidden = false;
	const label = button.textContent;
	button.addEventListener("click", async () => {
		await navigator.clipboard.writeText(button.dataset.copy);
		news.textContent = "Copied";
		button.textContent = "Copied";
		setTimeout(() => button.textContent = label, 2000);
	});
}

for (const table of document.querySelectorAll("table[data-live]")) {
	watch(table);
}

function watch(table) {
	const body = table.tBodies[0];
	const shown = new Map(Array.from(body.rows, (row) => [row.id, row.outerHTML]));
	const pause = document.createElement("button");
	pause.type = "button";
	pause.textContent = "Pause";
	pause.ariaPressed = "false";
	pause.ariaLabel = "Pause the list of " + table.caption.textContent;
	pause.addEventListener("click", () => pause.ariaPressed = String(pause.ariaPressed === "false"));
	table.parentElement.before(pause);
	setInterval(async () => {
		if (pause.ariaPressed === "true" || document.hidden) {
			return;
		}
		const address = new URL(table.dataset.live, location);
		address.searchParams.set("after", body.rows[0]?.dataset.number ?? "");
		try {
			const answer = await fetch(address);
			if (answer.ok) {
				show(await answer.text());
			}
		}
		catch {
			news.textContent = "The emulator does not answer";
		}
	}, INTERVAL);

	function show(markup) {
		const fresh = document.createElement("template");
		fresh.innerHTML = "<table><tbody>" + markup + "</tbody></table>";
		const rows = Array.from(fresh.content.querySelectorAll("tbody > tr")).reverse();
		const arrived = rows.filter((row) => shown.get(row.id) !== row.outerHTML);
		for (const row of arrived) {
			shown.set(row.id, row.outerHTML);
			row.classList.add("new");
			const old = document.getElementById(row.id);
			if (old === null) {
				body.prepend(row);
			}
			else {
				old.replaceWith(row);
			}
		}
		while (body.rows.length > table.dataset.maximum) {
			shown.delete(body.lastElementChild.id);
			body.lastElementChild.remove();
		}
		if (arrived.length > 0) {
			const last = arrived[arrived.length - 1].dataset.news;
			news.textContent = arrived.length === 1 ? last : `${arrived.length} new, the last: ${last}`;
		}
	}
}
