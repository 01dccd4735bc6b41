/** Machine authentication: {@code /machines}, {@code /m2m_tokens}, {@code /api_keys}. */
@NullMarked
package io.github.clerkspring.client.machine;

import org.jspecify.annotations.NullMarked;
