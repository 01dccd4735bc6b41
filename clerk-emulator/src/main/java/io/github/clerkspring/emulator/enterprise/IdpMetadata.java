package io.github.clerkspring.emulator.enterprise;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Reads the metadata that a SAML identity provider publishes about itself.
 */
final class IdpMetadata {

	private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

	private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

	private IdpMetadata() {
	}

	/**
	 * Reads the properties of a connection from metadata.
	 * @param xml the metadata
	 * @return entity id, URL and certificate by their JSON names
	 * @throws ApiException if the document is invalid or incomplete
	 */
	static Map<String, String> read(String xml) {
		Document document = parse(xml);
		Map<String, @Nullable String> found = new LinkedHashMap<>();
		found.put("idp_entity_id", attribute(document, "EntityDescriptor", "entityID"));
		found.put("idp_sso_url", attribute(document, "SingleSignOnService", "Location"));
		Element certificate = first(document, SIGNATURE, "X509Certificate");
		found.put("idp_certificate", (certificate != null) ? certificate.getTextContent().strip() : null);
		Map<String, String> complete = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		found.forEach((name, value) -> {
			if (value != null && !value.isEmpty()) {
				complete.put(name, value);
			}
			else {
				missing.add(name);
			}
		});
		if (!missing.isEmpty()) {
			throw new ApiException(422, "saml_metadata_missing_fields", "IdP metadata is missing required fields",
					"The metadata does not say " + String.join(", ", missing), Map.of("missing_fields", missing));
		}
		return complete;
	}

	private static Document parse(String xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setNamespaceAware(true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			return builder.parse(new InputSource(new StringReader(xml)));
		}
		catch (SAXException | IOException ex) {
			throw ApiException.parameter("saml_failed_to_parse_idp_metadata", "idp_metadata",
					"Failed to parse IdP metadata",
					"idp_metadata must be the XML that the identity provider publishes.");
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("No XML parser without document types", ex);
		}
	}

	private static @Nullable String attribute(Document document, String element, String name) {
		Element found = first(document, METADATA, element);
		return (found != null) ? found.getAttribute(name) : null;
	}

	private static @Nullable Element first(Document document, String namespace, String name) {
		NodeList found = document.getElementsByTagNameNS(namespace, name);
		return (found.item(0) instanceof Element element) ? element : null;
	}

}
