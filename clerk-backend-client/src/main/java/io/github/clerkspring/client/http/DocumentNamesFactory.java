package io.github.clerkspring.client.http;

import java.io.InputStream;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.ByteSourceJsonBootstrapper;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.sym.CharsToNameCanonicalizer;

/**
 * Factory of parsers that create a property name once in a document, as the items of a
 * list have the same names. The table of names belongs to one parser, so that no document
 * affects another one. With too many names of equal hashes, a parser continues without
 * its table.
 */
final class DocumentNamesFactory extends JsonFactory {

	private static final long serialVersionUID = 1L;

	/** Determines the features of the tables. */
	private final JsonFactory tables;

	/**
	 * Create a factory.
	 * @param builder the settings of the factory, without canonical names
	 */
	DocumentNamesFactory(JsonFactoryBuilder builder) {
		super(builder);
		this.tables = builder.enable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
			.disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
			.build();
	}

	@Override
	protected JsonParser _createParser(ObjectReadContext context, IOContext io, byte[] data, int offset, int length) {
		return parser(context, new ByteSourceJsonBootstrapper(io, data, offset, length));
	}

	@Override
	protected JsonParser _createParser(ObjectReadContext context, IOContext io, InputStream in) {
		return parser(context, new ByteSourceJsonBootstrapper(io, in));
	}

	private JsonParser parser(ObjectReadContext context, ByteSourceJsonBootstrapper source) {
		return source.constructParser(context, context.getStreamReadFeatures(this._streamReadFeatures),
				context.getFormatReadFeatures(this._formatReadFeatures), this._byteSymbolCanonicalizer,
				CharsToNameCanonicalizer.createRoot(this.tables), this._factoryFeatures);
	}

}
