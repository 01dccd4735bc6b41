package io.github.clerkspring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Table of the names of properties of Java types, for parsers of bytes. It never changes:
 * another name, such as one in metadata, is created each time and not stored, so that no
 * document affects another one and no choice of names makes a search longer.
 * <p>
 * Jackson passes a name as <em>quads</em>, integers of four bytes each.
 */
final class KnownNames extends ByteQuadsCanonicalizer {

	private static final int BYTES = 4;

	private final Set<String> names;

	private final @Nullable Entry[] table;

	private KnownNames(Set<String> names) {
		super(0, 0);
		this.names = names;
		this.table = new Entry[Integer.highestOneBit(names.size() + 1) * 4];
		names.forEach(this::put);
	}

	/** Return a table of names. */
	static KnownNames of(String... names) {
		return new KnownNames(new TreeSet<>(List.of(names)));
	}

	/** Return a table with more names. */
	KnownNames with(Collection<String> more) {
		if (this.names.containsAll(more)) {
			return this;
		}
		Set<String> union = new TreeSet<>(this.names);
		union.addAll(more);
		return new KnownNames(union);
	}

	private void put(String name) {
		int[] quads = quads(name.getBytes(StandardCharsets.UTF_8));
		int index = index(hash(quads, quads.length));
		this.table[index] = new Entry(quads, name, this.table[index]);
	}

	private static int[] quads(byte[] name) {
		int[] quads = new int[(name.length + BYTES - 1) / BYTES];
		for (int i = 0; i < name.length; i++) {
			int quad = (i % BYTES == 0 && name.length - i < BYTES) ? -1 : quads[i / BYTES];
			quads[i / BYTES] = quad << Byte.SIZE | name[i] & 0xFF;
		}
		return quads;
	}

	@Override
	public ByteQuadsCanonicalizer makeChild(int flags) {
		return this;
	}

	@Override
	public @Nullable String findName(int quad) {
		for (Entry entry = this.table[index(quad)]; entry != null; entry = entry.next) {
			int[] quads = entry.quads;
			if (quads.length == 1 && quads[0] == quad) {
				return entry.name;
			}
		}
		return null;
	}

	@Override
	public @Nullable String findName(int first, int second) {
		for (Entry entry = this.table[index(hash(first, second))]; entry != null; entry = entry.next) {
			int[] quads = entry.quads;
			if (quads.length == 2 && quads[0] == first && quads[1] == second) {
				return entry.name;
			}
		}
		return null;
	}

	@Override
	public @Nullable String findName(int first, int second, int third) {
		for (Entry entry = this.table[index(hash(hash(first, second), third))]; entry != null; entry = entry.next) {
			int[] quads = entry.quads;
			if (quads.length == 3 && quads[0] == first && quads[1] == second && quads[2] == third) {
				return entry.name;
			}
		}
		return null;
	}

	@Override
	public @Nullable String findName(int[] quads, int length) {
		if (length == 0) {
			return "";
		}
		for (Entry entry = this.table[index(hash(quads, length))]; entry != null; entry = entry.next) {
			if (Arrays.equals(entry.quads, 0, entry.quads.length, quads, 0, length)) {
				return entry.name;
			}
		}
		return null;
	}

	@Override
	public String addName(String name, int[] quads, int length) {
		return name;
	}

	private int index(int hash) {
		return (hash ^ hash >>> 15) & this.table.length - 1;
	}

	private static int hash(int[] quads, int length) {
		int hash = quads[0];
		for (int i = 1; i < length; i++) {
			hash = hash(hash, quads[i]);
		}
		return hash;
	}

	private static int hash(int hash, int quad) {
		return (hash ^ hash >>> 15) * 0x2c1b3c6d + quad;
	}

	private record Entry(int[] quads, String name, @Nullable Entry next) {
	}

}
