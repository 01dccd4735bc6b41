package io.github.clerkspring.sample.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Application whose effects {@link DeliveryDriver} counts. It stops for ever between the
 * effect of one delivery and its acknowledgement, if it is told to and no other process
 * has.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(DeliveryApplication.Effects.class)
public class DeliveryApplication {

	public static void main(String[] args) {
		SpringApplication.run(DeliveryApplication.class, args);
	}

	static class Effects {

		private final JdbcTemplate jdbc;

		private final String stopFile;

		private final String port;

		Effects(JdbcTemplate jdbc, @Value("${stop-file:}") String stopFile, @Value("${server.port}") String port) {
			this.jdbc = jdbc;
			this.port = port;
			this.stopFile = stopFile;
		}

		@EventListener
		void on(UserEvent.Updated event) {
			this.jdbc.update("INSERT INTO effect (delivery_id) VALUES (?)", event.deliveryId());
		}

		@EventListener
		void on(UserEvent.Deleted event) throws IOException, InterruptedException {
			this.jdbc.update("INSERT INTO effect (delivery_id) VALUES (?)", event.deliveryId());
			if (!this.stopFile.isEmpty() && !Files.exists(Path.of(this.stopFile))) {
				Files.writeString(Path.of(this.stopFile), this.port, StandardOpenOption.CREATE_NEW);
				new CountDownLatch(1).await();
			}
		}

	}

}
