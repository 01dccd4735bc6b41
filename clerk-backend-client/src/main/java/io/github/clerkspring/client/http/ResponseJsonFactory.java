package io.github.clerkspring.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.ByteSourceJsonBootstrapper;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Factory whose parsers read the bytes of a document directly, with {@link KnownNames} in
 * place of Jackson's table, which documents would share and change. Documents with an
 * escaped surrogate are converted to characters first, as Jackson's parser for bytes
 * refuses names with lone surrogates. Streams are read completely first.
 */
final class ResponseJsonFactory extends JsonFactory {

	private static final long serialVersionUID = 1L;

	private static final int TABLE_OF_NAMES = TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES.getMask();

	/**
	 * All types of Clerk have a property {@code object}, which records do not declare.
	 */
	private transient volatile KnownNames names = KnownNames.of("object");

	ResponseJsonFactory(JsonFactoryBuilder builder) {
		super(builder);
	}

	/** Add names of properties of a Java type. */
	synchronized void addNames(Collection<String> names) {
		this.names = this.names.with(names);
	}

	@Override
	protected JsonParser _createParser(ObjectReadContext context, IOContext io, byte[] data, int offset, int length) {
		_checkRangeBoundsForByteArray(data, offset, length);
		if (EscapedSurrogates.isPresent(data, offset, length)) {
			return super._createParser(context, io, data, offset, length);
		}
		this._streamReadConstraints.validateDocumentLength(length);
		return new ByteSourceJsonBootstrapper(io, data, offset, length).constructParser(context,
				context.getStreamReadFeatures(this._streamReadFeatures),
				context.getFormatReadFeatures(this._formatReadFeatures), this.names, this._rootCharSymbols,
				this._factoryFeatures | TABLE_OF_NAMES);
	}

	@Override
	protected JsonParser _createParser(ObjectReadContext context, IOContext io, InputStream in) {
		if (in instanceof DocumentStream document) {
			return _createParser(context, io, document.array(), document.offset(), document.available());
		}
		try (in) {
			byte[] document = in.readAllBytes();
			return _createParser(context, io, document, 0, document.length);
		}
		catch (IOException ex) {
			throw _wrapIOFailure(ex);
		}
	}

}
