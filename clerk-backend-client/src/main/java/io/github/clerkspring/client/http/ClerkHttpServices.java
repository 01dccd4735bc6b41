package io.github.clerkspring.client.http;

import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.client.ApiVersionInserter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Assembles the {@link WebClient} and the proxies of the operations. */
public final class ClerkHttpServices {

	private static final String VERSION_HEADER = "Clerk-API-Version";

	private final JsonMapper mapper = ClerkJsonMapper.create();

	private final WebClient webClient;

	/**
	 * Assemble the client of one Clerk instance.
	 * @param builder the builder to begin with; it is not changed
	 * @param settings what is particular to the instance
	 */
	public ClerkHttpServices(WebClient.Builder builder, ClerkHttpSettings settings) {
		this.webClient = builder.clone()
			.baseUrl(settings.baseUrl())
			.defaultHeader("User-Agent", settings.userAgent())
			.defaultHeader("Accept", MediaType.APPLICATION_JSON_VALUE)
			.apiVersionInserter(ApiVersionInserter.useHeader(VERSION_HEADER))
			.defaultApiVersion(settings.apiVersion())
			.observationConvention(new ClerkRequestObservationConvention())
			.codecs((codecs) -> {
				codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(this.mapper));
				codecs.defaultCodecs().jacksonJsonDecoder(new ClerkJsonDecoder(this.mapper));
				codecs.defaultCodecs().maxInMemorySize(settings.maxInMemorySize());
				codecs.defaultCodecs().enableLoggingRequestDetails(false);
			})
			.filter(new ClerkErrorHandler(this.mapper, settings.clock()))
			.filter(new RetryFilter(settings.retryPolicy(), settings.retryListener(), settings.clock()))
			.filter(new SecretKeyFilter(settings.secretKey(), settings.machineSecretKey()))
			.build();
	}

	/** Return the client that the proxies use, with key, version, errors and retries. */
	public WebClient webClient() {
		return this.webClient;
	}

	/**
	 * Create the proxy of an interface of operations.
	 * @param <T> the type of the interface
	 * @param resource the name of the resource, the first half of its operations' names
	 * @param type the interface
	 * @return the proxy
	 */
	public <T> T create(String resource, Class<T> type) {
		BodyFieldResolver bodyFields = new BodyFieldResolver();
		return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(this.webClient))
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
