package io.github.clerkspring.security.session;

/**
 * Element of the lists of features and plans in a token.
 *
 * @param scope the scope: {@code o}, {@code u}, {@code ou} or {@code uo}
 * @param name the name of the feature or plan
 */
record ScopedName(String scope, String name) {

	boolean isOrganization() {
		return this.scope.equals("o") || isBoth();
	}

	boolean isUser() {
		return this.scope.equals("u") || isBoth();
	}

	private boolean isBoth() {
		return this.scope.equals("ou") || this.scope.equals("uo");
	}

}
