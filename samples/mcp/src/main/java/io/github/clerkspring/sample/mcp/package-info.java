/**
 * MCP server that accepts OAuth access tokens.
 */
@NullMarked
package io.github.clerkspring.sample.mcp;

import org.jspecify.annotations.NullMarked;
