package io.github.clerkspring.emulator.console;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The requests that the emulator has answered, the last first.
 */
final class RequestPage implements Page {

	private static final String PATH = Frame.ROOT + "/requests";

	private static final int SHOWN = 100;

	private static final Html HEADS = Html.of("<th>Time</th><th>Request</th><th class=\"number\">Status</th>");

	private final Operations control;

	RequestPage(Operations control) {
		this.control = control;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		if (request.subject().equals("rows")) {
			return ConsoleReply.html(200, rows(request.text("after"), SHOWN));
		}
		return Frame.around(PATH, "Requests",
				Html.of("<p>The last {} calls of the Backend API, without credentials. Times are UTC.</p>{}", SHOWN,
						table(SHOWN)));
	}

	/**
	 * The last requests, which change as others arrive.
	 * @param maximum how many at most
	 * @return the table
	 */
	Html table(int maximum) {
		return Widgets.liveTable(PATH + "/rows", maximum, "Requests, newest first", HEADS, rows("", maximum));
	}

	private Html rows(String after, int maximum) {
		List<JsonNode> requests = this.control.get(Map.of("after", after), "requests")
			.get("data")
			.valueStream()
			.collect(Collectors.toList());
		Collections.reverse(requests);
		return Html.join(requests.stream().limit(maximum).map(RequestPage::row));
	}

	private static Html row(JsonNode request) {
		String number = request.get("number").asString();
		String call = request.get("method").asString() + " " + request.get("path").asString();
		int status = request.get("status").asInt();
		return Html.of("""
				<tr id="request-{}" data-number="{}" data-news="{} answered {}">
				<td>{}</td>
				<td><details><summary><code>{}</code></summary>{}</details></td>
				<td class="number"><span class="badge {}">{}</span></td>
				</tr>""", number, number, call, status, Widgets.time(Instant.parse(request.get("time").asString())),
				call, Widgets.json(request), (status >= 200 && status < 300) ? "good" : "bad",
				(status > 0) ? status : "broken");
	}

}
