package io.github.clerkspring.sample.mcp;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with the protocol that has sessions, which is the default of Spring AI.
 */
@TestPropertySource(properties = "spring.ai.mcp.server.protocol=streamable")
class StreamableProtocolTests extends McpApplicationTests {

}
