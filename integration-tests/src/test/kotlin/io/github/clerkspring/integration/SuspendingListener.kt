package io.github.clerkspring.integration

import io.github.clerkspring.webhook.event.UserEvent
import kotlinx.coroutines.delay
import org.springframework.context.event.EventListener

/**
 * Listener of webhooks that suspends and fails.
 */
open class SuspendingListener {

    @EventListener
    open suspend fun on(event: UserEvent) {
        delay(1)
        throw IllegalStateException("No row for ${event.deliveryId()}")
    }

}
