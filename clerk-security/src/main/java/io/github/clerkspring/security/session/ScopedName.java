package io.github.clerkspring.security.session;

/**
 * Element of the lists in which tokens name features and plans.
 *
 * @param scope who has it: {@code o}, {@code u}, {@code ou} or {@code uo}
 * @param name what it is
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
