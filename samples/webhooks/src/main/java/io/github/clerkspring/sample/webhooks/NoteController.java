package io.github.clerkspring.sample.webhooks;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentOrganization;
import io.github.clerkspring.security.authorization.RequiresOrganization;

/**
 * Notes of the members of the organization that is active in the session.
 */
@RestController
@RequestMapping("/notes")
class NoteController {

	private final Notes notes;

	private final ClerkUsers users;

	NoteController(Notes notes, ClerkUsers users) {
		this.notes = notes;
		this.users = users;
	}

	@GetMapping
	@RequiresOrganization
	List<NoteView> list(@CurrentOrganization ClerkSession.Organization organization) {
		return this.notes.findByMembersOf(organization.id()).stream().map(NoteView::of).toList();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	NoteView create(@AuthenticationPrincipal ClerkSession session, @RequestBody NewNote note) {
		String text = note.text();
		if (!StringUtils.hasText(text) || text.length() > Note.MAX_LENGTH) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		// The user of a session is stored before a controller is called
		ClerkUser author = this.users.findById(session.userId()).orElseThrow();
		return NoteView.of(this.notes.save(new Note(author, text)));
	}

	record NewNote(@Nullable String text) {

	}

	record NoteView(String userId, @Nullable String firstName, String text) {

		static NoteView of(Note note) {
			return new NoteView(note.user().id(), note.user().firstName(), note.text());
		}

	}

}
