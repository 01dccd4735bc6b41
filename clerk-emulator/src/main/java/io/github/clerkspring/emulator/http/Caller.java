package io.github.clerkspring.emulator.http;

/**
 * The caller of an operation.
 *
 * @param address the IP address
 * @param userAgent the header of that name, or an empty text
 */
public record Caller(String address, String userAgent) {

}
