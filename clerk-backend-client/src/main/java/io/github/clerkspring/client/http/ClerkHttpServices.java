package io.github.clerkspring.client.http;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.client.ApiVersionInserter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.core.Secret;

/** Creates the {@link WebClient} and the proxies of the operation interfaces. */
public final class ClerkHttpServices {

	private static final String VERSION_HEADER = "Clerk-API-Version";

	private final JsonMapper mapper = ClerkJsonMapper.create();

	private final List<ClerkConnector> connectors;

	private final WebClient webClient;

	private final WebClient machineWebClient;

	/**
	 * Create the HTTP services of one Clerk instance, with one web client for each key,
	 * as a connector has a single key.
	 * @param httpClient the HTTP client; redirects are disabled, and its response timeout
	 * is replaced
	 * @param settings the settings of the instance
	 */
	public ClerkHttpServices(HttpClient httpClient, ClerkHttpSettings settings) {
		this(httpClient, settings, new Backoff(() -> ThreadLocalRandom.current().nextDouble()));
	}

	ClerkHttpServices(HttpClient httpClient, ClerkHttpSettings settings, Backoff backoff) {
		HttpClient withHeaders = httpClient.headers((headers) -> headers.set("User-Agent", settings.userAgent())
			.set("Accept", MediaType.APPLICATION_JSON_VALUE));
		Origin origin = Origin.of(URI.create(settings.baseUrl()));
		Secret secretKey = new Secret(settings.secretKey().value());
		Secret machineSecretKey = settings.machineSecretKey();
		this.connectors = Stream.of(secretKey, (machineSecretKey != null) ? machineSecretKey : secretKey)
			.map((key) -> new ClerkConnector(withHeaders, origin, key, settings.responseTimeout(),
					settings.maxInMemorySize()))
			.toList();
		WebClient.Builder builder = webClient(settings, backoff);
		this.webClient = builder.clientConnector(this.connectors.get(0)).build();
		this.machineWebClient = builder.clientConnector(this.connectors.get(1)).build();
	}

	private WebClient.Builder webClient(ClerkHttpSettings settings, Backoff backoff) {
		return WebClient.builder()
			.baseUrl(settings.baseUrl())
			.apiVersionInserter(ApiVersionInserter.useHeader(VERSION_HEADER))
			.defaultApiVersion(settings.apiVersion())
			.observationRegistry(settings.observationRegistry())
			.observationConvention(new ClerkRequestObservationConvention())
			.codecs((codecs) -> {
				codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(this.mapper));
				codecs.defaultCodecs().jacksonJsonDecoder(new ClerkJsonDecoder(this.mapper));
				codecs.defaultCodecs().maxInMemorySize(settings.maxInMemorySize());
				codecs.defaultCodecs().enableLoggingRequestDetails(false);
			})
			.filters((filters) -> filters.addAll(settings.filters()))
			.filter(new RetryFilter(settings.retryPolicy(), settings.callTimeout(), settings.retryListener(), backoff,
					settings.maxInMemorySize()))
			.filter(new ClerkErrorHandler(this.mapper, settings.clock()));
	}

	/**
	 * Return the web client with the instance's key, API version, error handling and
	 * retries.
	 */
	public WebClient webClient() {
		return this.webClient;
	}

	/**
	 * Return the web client with the machine's key, or with the instance's key if the
	 * machine has none.
	 */
	public WebClient machineWebClient() {
		return this.machineWebClient;
	}

	/** Close the services: subsequent calls fail. */
	public void close() {
		this.connectors.forEach(ClerkConnector::close);
	}

	/**
	 * Create the proxy of an interface whose operations are authorized by the secret key
	 * of the instance.
	 * @param <T> the type of the interface
	 * @param resource the name of the resource, the first part of the operation names
	 * @param type the interface
	 * @return the proxy
	 */
	public <T> T create(String resource, Class<T> type) {
		return create(this.webClient, resource, type);
	}

	/**
	 * Create the proxy of an interface whose operations are authorized by the secret key
	 * of the machine, or by that of the instance if there is none.
	 * @param <T> the type of the interface
	 * @param resource the name of the resource, the first part of the operation names
	 * @param type the interface
	 * @return the proxy
	 */
	public <T> T createForMachine(String resource, Class<T> type) {
		return create(this.machineWebClient, resource, type);
	}

	private <T> T create(WebClient webClient, String resource, Class<T> type) {
		BodyFieldResolver bodyFields = new BodyFieldResolver();
		return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(webClient))
			.exchangeAdapterDecorator(RequiredAnswerDecorator::new)
			.exchangeAdapterDecorator(UnreadableAnswerDecorator::new)
			.customArgumentResolver(new RequestFieldsArgumentResolver(this.mapper))
			.customArgumentResolver(new UploadArgumentResolver())
			.customArgumentResolver(bodyFields)
			.httpRequestValuesProcessor(bodyFields)
			.httpRequestValuesProcessor(new OperationProcessor(resource))
			.build()
			.createClient(type);
	}

}
