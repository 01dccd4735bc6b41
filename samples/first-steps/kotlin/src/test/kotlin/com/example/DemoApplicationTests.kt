package com.example

import io.github.clerkspring.emulator.ClerkEmulator
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment
import org.springframework.boot.test.web.server.LocalServerPort
import org.springframework.test.web.reactive.server.WebTestClient

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator
class DemoApplicationTests(@Autowired val clerk: ClerkEmulator, @LocalServerPort val port: Int) {

    @Test
    fun greetsUserByName() {
        val ada = clerk.users().create { it.emailAddress("ada@example.com").firstName("Ada") }
        val token = clerk.sessionToken(ada).mint()
        get(token).expectStatus().isOk.expectBody(String::class.java).isEqualTo("Hello Ada")
        get("no token").expectStatus().isUnauthorized
    }

    private fun get(token: String) = WebTestClient.bindToServer()
        .baseUrl("http://localhost:$port")
        .build()
        .get()
        .uri("/hello")
        .headers { it.setBearerAuth(token) }
        .exchange()

}
