package com.example

import io.github.clerkspring.client.ClerkBackendClient
import io.github.clerkspring.security.CurrentUserId
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

@SpringBootApplication
class DemoApplication

@RestController
class HelloController(private val clerk: ClerkBackendClient) {

    @GetMapping("/hello")
    suspend fun hello(@CurrentUserId userId: String) = "Hello ${clerk.users().get(userId).awaitSingle().firstName()}"

}

fun main(arguments: Array<String>) {
    runApplication<DemoApplication>(*arguments)
}
