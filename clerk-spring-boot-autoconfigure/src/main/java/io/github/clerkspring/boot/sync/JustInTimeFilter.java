package io.github.clerkspring.boot.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.clerkspring.webhook.sync.JustInTimeUsers;

/**
 * Filter that stores users on their first request, for the servlet stack.
 */
class JustInTimeFilter extends OncePerRequestFilter {

	private final JustInTimeUsers users;

	private final Duration timeout;

	JustInTimeFilter(JustInTimeUsers users, Duration timeout) {
		this.users = users;
		this.timeout = timeout;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String userId = JustInTimeOutcome.userId(SecurityContextHolder.getContext().getAuthentication());
		HttpStatus refusal = (userId != null && !this.users.isKnown(userId)) ? store(userId) : HttpStatus.OK;
		if (refusal == HttpStatus.OK) {
			chain.doFilter(request, response);
			return;
		}
		if (refusal == JustInTimeOutcome.DELETED) {
			response.setHeader(JustInTimeOutcome.CHALLENGE_HEADER, JustInTimeOutcome.CHALLENGE);
		}
		response.setStatus(refusal.value());
	}

	private HttpStatus store(String userId) {
		try {
			boolean stored = this.users.ensure(userId).get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			return (stored) ? HttpStatus.OK : JustInTimeOutcome.DELETED;
		}
		catch (TimeoutException ex) {
			JustInTimeOutcome.failed(userId, ex);
		}
		catch (ExecutionException ex) {
			JustInTimeOutcome.failed(userId, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return JustInTimeOutcome.UNAVAILABLE;
	}

}
