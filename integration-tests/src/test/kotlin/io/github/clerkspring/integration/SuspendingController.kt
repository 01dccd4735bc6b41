package io.github.clerkspring.integration

import io.github.clerkspring.security.authorization.RequiresReverification
import io.github.clerkspring.security.authorization.RequiresRole
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/**
 * Secured functions that suspend.
 */
open class SuspendingService {

    @RequiresRole("org:admin")
    open suspend fun admin(): String {
        delay(1)
        return "admin"
    }

    @RequiresReverification
    open suspend fun payment(): String {
        delay(1)
        return "payment"
    }

    @RequiresRole("org:admin")
    open fun flow(): Flow<String> = flowOf("flow")

}

@RestController
open class SuspendingController(private val service: SuspendingService) {

    @GetMapping("/admin")
    open suspend fun admin() = service.admin()

    @GetMapping("/payment")
    open suspend fun payment() = service.payment()

    @GetMapping("/flow")
    open fun flow() = service.flow()

    @GetMapping("/controller")
    @RequiresRole("org:admin")
    open suspend fun controller(): String {
        delay(1)
        return "controller"
    }

}
