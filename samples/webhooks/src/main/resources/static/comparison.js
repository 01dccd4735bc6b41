const INTERVAL = 1500;

const STATES = {
	EQUAL: 'equal',
	DIFFERENT: 'different',
	ONLY_AT_CLERK: 'only at Clerk',
	ONLY_IN_DATABASE: 'only in the database',
};

const REFUSALS = {
	401: 'You are not signed in.',
	403: 'Your user may not see this page.',
};

let shown;

function element(name, content, properties = {}) {
	const created = Object.assign(document.createElement(name), properties);
	created.append(content);
	return created;
}

function cells(own, other, columns) {
	if (own.length === 0) {
		return [element('td', 'not present', { colSpan: columns, className: 'side absent' })];
	}
	return own.map((value, column) => {
		const differs = other.length > 0 && other[column] !== value;
		return element('td', differs ? element('mark', value || 'none') : value, { className: column === 0 ? 'side' : '' });
	});
}

function row({ id, clerk, database, state }) {
	const columns = Math.max(clerk.length, database.length);
	const created = element('tr', element('th', element('code', id), { scope: 'row' }));
	created.append(...cells(clerk, database, columns), ...cells(database, clerk, columns));
	const result = element('span', STATES[state], { className: state === 'EQUAL' ? 'equal' : 'unequal' });
	created.append(element('td', result, { className: 'side' }));
	return created;
}

function summarize(comparisons) {
	const rows = comparisons.flatMap(({ rows }) => rows);
	const differences = rows.filter(({ state }) => state !== 'EQUAL').length;
	const scope = comparisons.every(({ complete }) => complete) ? '' : ' The newest of each table are compared.';
	return (differences === 0 ? `All ${rows.length} objects are equal.`
		: `${differences} of ${rows.length} objects differ.`) + scope;
}

function announce(text) {
	const summary = document.getElementById('summary');
	if (summary.textContent !== text) {
		summary.textContent = text;
	}
}

function show(text) {
	if (text === shown) {
		return;
	}
	const comparison = JSON.parse(text);
	for (const table of document.querySelectorAll('table')) {
		table.tBodies[0].replaceChildren(...comparison[table.id].rows.map(row));
	}
	shown = text;
}

async function refresh() {
	const response = await fetch('/comparison');
	document.getElementById('sign-in').hidden = response.status !== 401;
	document.getElementById('forbidden').hidden = response.status !== 403;
	document.getElementById('tables').hidden = response.status in REFUSALS;
	if (!response.ok) {
		announce(REFUSALS[response.status] ?? `The comparison failed with status ${response.status}.`);
		return;
	}
	const text = await response.text();
	show(text);
	announce(summarize(Object.values(JSON.parse(text))));
}

async function keepFresh() {
	if (!document.hidden) {
		await refresh().catch(() => announce('The application does not respond.'));
	}
	setTimeout(keepFresh, INTERVAL);
}

keepFresh();
