package io.github.clerkspring.boot.sync;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

import io.github.clerkspring.webhook.sync.MembershipSyncHandler;
import io.github.clerkspring.webhook.sync.OrganizationSyncHandler;
import io.github.clerkspring.webhook.sync.UserSyncHandler;

/**
 * Condition that matches if the application has a handler or uses the tables of this
 * library.
 */
class OnSyncHandlerCondition extends AnyNestedCondition {

	OnSyncHandlerCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBooleanProperty("clerk.sync.tables")
	static class Tables {

	}

	@ConditionalOnBean(UserSyncHandler.class)
	static class Users {

	}

	@ConditionalOnBean(OrganizationSyncHandler.class)
	static class Organizations {

	}

	@ConditionalOnBean(MembershipSyncHandler.class)
	static class Memberships {

	}

}
