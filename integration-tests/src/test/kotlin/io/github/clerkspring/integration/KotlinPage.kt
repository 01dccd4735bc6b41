package io.github.clerkspring.integration

import io.github.clerkspring.client.ClerkBackendClient
import io.github.clerkspring.client.user.UserQuery
import io.github.clerkspring.security.CurrentUserId
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.stereotype.Service
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/**
 * The examples of docs/kotlin.md.
 */
@RestController
class MeController(private val clerk: ClerkBackendClient) {

    @GetMapping("/me")
    suspend fun me(@CurrentUserId userId: String): String {
        val user = clerk.users().get(userId).awaitSingle()
        return "Hello ${user.firstName() ?: "you"}"
    }

}

@Service
open class Directory(private val clerk: ClerkBackendClient) {

    @PreAuthorize("hasRole('org:admin')")
    open suspend fun count(): Long = clerk.users().count(UserQuery.create()).awaitSingle().totalCount()

    @PreAuthorize("hasRole('org:admin')")
    open fun ids(): Flow<String> = clerk.users().stream(UserQuery.create()).asFlow().map { it.id() }

}

@RestController
class DirectoryController(private val directory: Directory) {

    @GetMapping("/users/count")
    suspend fun count() = directory.count()

    @GetMapping("/users/ids")
    fun ids() = directory.ids()

}
