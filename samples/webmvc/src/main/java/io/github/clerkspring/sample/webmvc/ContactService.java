package io.github.clerkspring.sample.webmvc;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.github.clerkspring.client.user.EmailAddress;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.security.authorization.RequiresRole;

/**
 * Contact data of members, for admins only.
 */
@Service
class ContactService {

	@RequiresRole("org:admin")
	Contact contact(User user) {
		EmailAddress address = user.primaryEmailAddress();
		return new Contact(user.id(), (address != null) ? address.emailAddress() : null);
	}

	record Contact(String userId, @Nullable String emailAddress) {

	}

}
